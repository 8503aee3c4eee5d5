"""Where the blocks of a pass run: here, in threads, or (see `cluster`) on other machines."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from .base import Candidates, Query

type Block = tuple[int, int]
# A pure function of its arguments: any worker may run it, twice if one died.
type Shared = Any
type BlockTask = Callable[[Shared, Query, Block], Candidates]


class Scheduler(Protocol):
    """Runs one task over many blocks and yields the answers in the order of the blocks."""

    def run(
        self, task: BlockTask, shared: Shared, query: Query, blocks: Sequence[Block]
    ) -> Iterator[Candidates]:
        """Yield `task(shared, query, block)` for each block."""


class Serial:
    """One block after the other in this thread."""

    def run(
        self, task: BlockTask, shared: Shared, query: Query, blocks: Sequence[Block]
    ) -> Iterator[Candidates]:
        """See `Scheduler.run`."""
        return (task(shared, query, block) for block in blocks)


class Threads:
    """Threads of this process; the compiled kernel releases the interpreter lock."""

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1

    def run(
        self, task: BlockTask, shared: Shared, query: Query, blocks: Sequence[Block]
    ) -> Iterator[Candidates]:
        """See `Scheduler.run`; leaving the loop early cancels the blocks not yet begun."""
        pool = ThreadPoolExecutor(self.count)
        try:
            futures = [pool.submit(task, shared, query, block) for block in blocks]
            for future in futures:
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)
