"""From a template and plain facts to a PDF that screen readers can read (PDF/UA-1), by Typst.

What people wrote travels as JSON beside the template and is set as text: it never becomes source,
so nothing in it can be a command. The fonts are ours; those of the machine are not looked at.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import typst

MISSING = "□"  # drawn where none of the fonts has a character
MOST_REPAIRS = 60  # different characters that none of the fonts has
LONGEST_WORD = 40  # characters that may stand without a place to break the line
UNDRAWABLE = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.S)
ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONG_RUN = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


class UnableToTypeset(Exception):
    """The template does not hold together with the facts: a fault of ours, never of a person."""


def typeset(template: Path, facts: Mapping[str, Any], *, fonts: Path, at: datetime) -> bytes:
    """Return the PDF of a template with `facts`, JSON values read there from `sys.inputs.facts`.

    `at` is the date written into the file: the same facts and date give the same bytes. Characters
    that no font has are drawn as an empty box; those that would turn the order of letters about
    are left out.
    """
    fit = _in_every_text(facts, _printable)
    for _ in range(MOST_REPAIRS):
        try:
            return _compile(template, fit, fonts, at)
        except typst.TypstError as error:
            found = UNDRAWABLE.search(str(error))
            if found is None:
                raise UnableToTypeset(str(error)) from error
            lacking = frozenset(ESCAPE.sub(lambda code: chr(int(code[1], 16)), found[1]))
            fit = _in_every_text(fit, partial(_without, lacking))
    return _compile(template, _in_every_text(fit, _latin_only), fonts, at)


def _compile(template: Path, facts: Any, fonts: Path, at: datetime) -> bytes:
    made = typst.compile(
        template,
        root=template.parent,
        font_paths=[fonts],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"facts": json.dumps(facts)},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def _in_every_text(value: Any, change: Callable[[str], str]) -> Any:
    """Return a JSON value with every text in it changed; keys stay as they are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _in_every_text(each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_every_text(each, change) for each in value]
    return value


def _printable(text: str) -> str:
    """Leave out what controls rather than says, and let very long words break."""
    said = "".join(
        letter
        for letter in text
        if letter in "\n\t" or (unicodedata.category(letter) != "Cc" and letter not in REORDERING)
    )
    return LONG_RUN.sub(lambda run: f"{run[0]}\u200b", said)


def _without(lacking: frozenset[str], text: str) -> str:
    return "".join(MISSING if letter in lacking else letter for letter in text)


def _latin_only(text: str) -> str:
    return "".join(
        letter if ord(letter) < 0x250 or letter == MISSING else MISSING for letter in text
    )
