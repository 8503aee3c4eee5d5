"""The answers of one self-check as the text that is sealed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

LENGTH = 4096  # characters: every sealed text is as long as any other, and so tells nothing


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said about one competence: a level from 1 to 8, or None where they passed.

    `lens` is how they do it with an AI assistant (0 to 2), None where they did not say.
    """

    level: int | None = None
    lens: int | None = None

    @property
    def passed(self) -> bool:
        """Tell whether the question was met and not answered."""
        return self.level is None


type Answers = Mapping[str, Answer]  # by the code of the competence


def written(answers: Answers) -> str:
    """Return the answers as a text of always the same length."""
    lines = {code: [each.level, each.lens] for code, each in sorted(answers.items())}
    text = json.dumps(lines, separators=(",", ":"))
    if len(text) > LENGTH:
        raise ValueError("There are more answers than competences")
    return text.ljust(LENGTH)


def read(text: str) -> dict[str, Answer]:
    """Return the answers that `written` wrote."""
    return {code: Answer(level, lens) for code, (level, lens) in json.loads(text).items()}
