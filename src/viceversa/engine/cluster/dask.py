"""A scheduler that sends blocks to a Dask cluster (extra `viceversa[cluster]`).

The columns travel once, the prices once a pass; a block's answer is a pure function of both, so
a block whose worker died is simply run again elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from viceversa.engine.problem import EngineError
from viceversa.engine.sweep import Candidates, Query
from viceversa.engine.sweep.schedule import Block, BlockTask, Shared

ATTEMPTS = 5


class DaskScheduler:
    """Runs passes on the cluster at `address` (tcp://host:port), or on a given `client`."""

    def __init__(self, address: str | None = None, client: Any = None) -> None:
        try:
            from distributed import Client
        except ImportError as missing:
            raise EngineError(
                "Dask is not installed, so there is no cluster to run on. "
                "Install viceversa[cluster], or leave the scheduler out."
            ) from missing
        try:
            connect: Any = Client
            self.client = client or connect(address, set_as_default=False)
        except (OSError, TimeoutError) as failure:
            raise EngineError(
                f"No Dask scheduler answers at {address}. Start one, or leave the scheduler out."
            ) from failure

    def close(self) -> None:
        """Leave the cluster; its workers stay."""
        self.client.close()

    def run(
        self, task: BlockTask, shared: Shared, query: Query, blocks: Sequence[Block]
    ) -> Iterator[Candidates]:
        """See `Scheduler.run`: answers in the order of the blocks, whoever worked them out."""
        futures = self._submitted(task, shared, query, blocks)
        for place, block in enumerate(blocks):
            yield self._answer(futures[place], task, shared, query, block)

    def _submitted(
        self, task: BlockTask, shared: Shared, query: Query, blocks: Sequence[Block]
    ) -> list[Any]:
        # Broadcast: every worker has the data, so losing one loses nothing.
        data = self.client.scatter([(shared, query)], broadcast=True, hash=False)[0]
        return [
            self.client.submit(_block, task, data, block, pure=False, retries=ATTEMPTS)
            for block in blocks
        ]

    def _answer(
        self, future: Any, task: BlockTask, shared: Shared, query: Query, block: Block
    ) -> Candidates:
        """The block's answer; submitted afresh if the data went down with a worker."""
        from concurrent.futures import CancelledError

        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        for _ in range(ATTEMPTS):
            try:
                answer: Candidates = future.result()
                return answer
            except (CancelledError, FutureCancelledError, KilledWorker):
                future = self._submitted(task, shared, query, [block])[0]
        raise EngineError("The cluster lost the same block of pairs again and again.")


def _block(task: BlockTask, data: tuple[Shared, Query], block: Block) -> Candidates:
    shared, query = data
    return task(shared, query, block)
