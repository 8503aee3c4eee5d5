"""Finding a topic of the catalogue by whatever someone wrote: code, either name, or an alias."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from viceversa.people.rules.folding import fold, plain

CLOSE = 0.62  # how alike two folded names must be to be suggested, 0 to 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic as the index needs it: its code and every word it goes by, best first."""

    code: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    retired: bool = False


class TopicIndex:
    """Folded words of the catalogue; case, accents, spaces and hyphens do not count."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = sorted(entries, key=lambda entry: entry.retired)  # the living win a shared word
        self._codes: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._found: dict[str, str | None] = {}
        layers = (lambda e: (e.code,), lambda e: e.names, lambda e: e.aliases)
        for words in layers:  # a code beats a name, a name beats an alias
            for entry in entries:
                for word in words(entry):
                    if fold(word):
                        self._codes.setdefault(fold(word), entry.code)
                    if not entry.retired:
                        self._words.setdefault(plain(word), entry.code)

    def find(self, text: str) -> str | None:
        """Return the code of the topic meant by `text`, or None."""
        if text not in self._found:  # a file repeats few words many times
            self._found[text] = self._codes.get(fold(text))
        return self._found[text]

    def nearest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Return the codes of the topics whose words are most like `text`, the closest first."""
        sought = plain(text)
        close = get_close_matches(sought, self._words, n=limit * 4, cutoff=CLOSE)
        close += [word for word in self._words if _shares_a_word(sought, word)]
        close.sort(key=lambda word: -SequenceMatcher(None, sought, word).ratio())
        return tuple(dict.fromkeys(self._words[word] for word in close))[:limit]


def _shares_a_word(one: str, other: str) -> bool:
    """Tell whether two texts have a word of at least four letters in common."""
    return bool(set(one.split()) & {word for word in other.split() if len(word) >= 4})
