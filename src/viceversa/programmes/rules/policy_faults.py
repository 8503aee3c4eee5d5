"""What is wrong with a policy, in English or Italian without Django, for the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

type Language = Literal["en", "it"]

_SENTENCES: dict[Language, dict[str, str]] = {
    "en": {
        "unknown": "“{key}” is not a key of the policy. Known here: {allowed}.",
        "choice": "“{key}” is {value}; write one of {allowed}.",
        "range": "“{key}” is {value}; write a number from {least} to {most}.",
        "whole": "“{key}” is {value}; write a whole number from {least} to {most}.",
        "flag": "“{key}” is {value}; write true or false.",
        "table": "“{key}” is {value}; write a table of keys and values under [{key}].",
    },
    "it": {
        "unknown": "«{key}» non è una voce delle regole. Qui si conoscono: {allowed}.",
        "choice": "«{key}» vale {value}; scrivi uno fra {allowed}.",
        "range": "«{key}» vale {value}; scrivi un numero da {least} a {most}.",
        "whole": "«{key}» vale {value}; scrivi un numero intero da {least} a {most}.",
        "flag": "«{key}» vale {value}; scrivi true oppure false.",
        "table": "«{key}» vale {value}; scrivi una tabella di voci e valori sotto [{key}].",
    },
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the dotted key, the value found, what kind of fault, what is allowed.

    `allowed` holds the permitted words, or the least and the most of a number.
    """

    key: str
    value: object
    code: Literal["unknown", "choice", "range", "whole", "flag", "table"]
    allowed: Sequence[object]

    def sentence(self, language: Language = "en") -> str:
        """Return what is wrong and what to write instead."""
        ends = (*self.allowed, "", "")
        return _SENTENCES[language][self.code].format(
            key=self.key,
            value=_shown(self.value),
            allowed=", ".join(str(word) for word in self.allowed),
            least=ends[0],
            most=ends[1],
        )


def _shown(value: object) -> str:
    """Return the value as a file would write it."""
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, str) else str(value)
