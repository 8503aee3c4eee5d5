"""How far a solver has come, told to the caller; and the caller's wish to stop."""

from collections.abc import Callable
from dataclasses import dataclass

from viceversa.engine.problem import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """One step: the stage, the pass, pairs looked at in it and in all, value and bound so far.

    `value` and `bound` are whole numbers in the certificate's unit, None until known; their
    difference is the gap still open.
    """

    stage: str  # "candidates", "pricing", "assigning", "done"
    passes: int
    pairs: int
    of: int
    value: int | None = None
    bound: int | None = None

    @property
    def gap(self) -> int | None:
        """Bound minus value, None until both are known."""
        if self.value is None or self.bound is None:
            return None
        return self.bound - self.value


class Reporter:
    """Passes progress on and stops the work, between two blocks, when the caller says so."""

    def __init__(
        self,
        pairs: int,
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.of = pairs
        self._progress = progress
        self._cancelled = cancelled
        self.passes = 0
        self.stage = "candidates"
        self.value: int | None = None
        self.bound: int | None = None
        self._pairs = 0

    def begin(self, stage: str, *, new_pass: bool = False) -> None:
        """Enter a stage."""
        self.stage, self._pairs = stage, 0
        self.passes += new_pass
        self.tick(0)

    def tick(self, pairs: int) -> None:
        """Count pairs looked at; raises `Cancelled`."""
        if self._cancelled and self._cancelled():
            raise Cancelled("Stopped as asked; nothing was kept.")
        self._pairs += pairs
        if self._progress:
            self._progress(
                Progress(self.stage, self.passes, self._pairs, self.of, self.value, self.bound)
            )
