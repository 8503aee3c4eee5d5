"""The passes on several machines: Dask runs the blocks, the answer stays the same bit for bit."""

from .dask import DaskScheduler

__all__ = ["DaskScheduler"]
