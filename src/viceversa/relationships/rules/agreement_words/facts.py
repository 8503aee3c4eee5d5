"""What is known of a relationship when its agreement begins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """First names by side, topics in the language of the text, the rhythm of the cohort.

    `minutes` is the shortest and longest meeting; `counsellor` a whole name or "".
    """

    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    gives: tuple[str, ...]
    returns: tuple[str, ...]
    meetings: int
    months: int
    minutes: tuple[int, int]
    counsellor: str
    circle: bool = False

    @property
    def weeks(self) -> int:
        """Weeks between two meetings, so that they fit into the months; at least one."""
        return max(1, round(self.months * 52 / 12 / self.meetings))

    @property
    def two(self) -> bool:
        """Tell whether it is two people."""
        return len(self.mentors) + len(self.mentees) == 2
