"""A catalogue of sentences without Django, for what the command line says and writes."""

from collections.abc import Mapping
from dataclasses import dataclass

from viceversa.matching.rules.records import Language
from viceversa.matching.rules.sentences import Tongue


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language: `words("fit.of")`, `words("head", count=22)`."""

    language: Language
    catalogue: Mapping[str, str]

    def __call__(self, key: str, /, *, count: int | None = None, **fields: object) -> str:
        """The sentence; with `count`, in its singular or plural form where it has two."""
        if count is None:
            return self.catalogue[key].format(**fields)
        number = Tongue(self.language).number(count)
        if key not in self.catalogue:
            key = f"{key}.{'one' if count == 1 else 'many'}"
        return self.catalogue[key].format(count=number, **fields)
