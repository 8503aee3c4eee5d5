"""Whose words these are: a text written by several hands, with what each added and took out.

Every revision is the whole text. Revisions are laid over one another word by word, and each word
keeps the writer who brought it; a word of the agreed text that somebody took out stays, struck
through in that person's ink, until the others agree.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

type Kind = Literal["kept", "added", "removed"]

WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one hand; `author` is a member's key, None for what all agreed on."""

    text: str
    kind: Kind
    author: int | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    added_by: int | None = None
    removed_by: int | None = None


def ink(agreed: str, revisions: Iterable[tuple[int, str]]) -> list[Span]:
    """Return the spans of `agreed` under `revisions`, (author, whole text) from first to last.

    The spans that are not removed make up the last text; those that nobody added, `agreed`. What
    one writer added and another took out again leaves no trace.
    """
    words = [_Word(text) for text in WORD.findall(agreed)]
    for author, text in revisions:
        words = _written_over(words, author, WORD.findall(text))
    grouped = groupby(words, key=lambda word: (word.added_by, word.removed_by))
    return [
        _span("".join(word.text for word in run), added, removed)
        for (added, removed), run in grouped
    ]


def _span(text: str, added: int | None, removed: int | None) -> Span:
    if removed is not None:
        return Span(text, "removed", removed)
    return Span(text, "kept" if added is None else "added", added)


def _written_over(words: Sequence[_Word], author: int, text: Sequence[str]) -> list[_Word]:
    """Return the words after `author` made `text` of those that stood."""
    standing = [index for index, word in enumerate(words) if word.removed_by is None]
    before = [words[index].text for index in standing]
    result: list[_Word] = []
    passed = 0  # words looked at so far, struck ones included

    def upto(end: int) -> list[_Word]:
        """Take the words before the standing word number `end`, struck ones included."""
        nonlocal passed
        stop = standing[end] if end < len(standing) else len(words)
        taken = list(words[passed:stop])
        passed = stop
        return taken

    matcher = SequenceMatcher(a=before, b=list(text), autojunk=False)
    for operation, i1, i2, j1, j2 in matcher.get_opcodes():
        result += upto(i1)
        run = upto(i2)
        if operation in ("replace", "delete"):
            run = [_struck(word, author) for word in run if _stays(word)]
        result += run
        if operation in ("replace", "insert"):
            result += [_Word(piece, added_by=author) for piece in text[j1:j2]]
    return result + upto(len(standing))


def _stays(word: _Word) -> bool:
    """Tell whether a word taken out leaves a trace: only one that all had agreed on does."""
    return word.added_by is None


def _struck(word: _Word, author: int) -> _Word:
    return word if word.removed_by is not None else _Word(word.text, None, author)
