"""Dijkstra's steps as machine code, for large problems: the only place here that loads Numba."""

from numba.extending import register_jitable

from viceversa.engine.sweep.kernel import compiled

from . import dijkstra

for part in (
    *(dijkstra.sooner, dijkstra.put, dijkstra.take, dijkstra.reach, dijkstra.together),
    *(dijkstra.queue_next, dijkstra.pair_next, dijkstra.step_in),
    *(dijkstra.leave_own, dijkstra.leave_other),
):
    register_jitable(part)

advance = compiled(dijkstra.advance)
