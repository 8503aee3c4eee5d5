"""Small circles exactly, as an integer programme (OR-Tools CP-SAT)."""

from typing import Any

from .table import CircleTable

type Groups = list[list[int]]

# Deterministic effort, not seconds: the same input gives the same answer on any machine.
EFFORT = 8.0


def exact(table: CircleTable, sizes: list[int], hint: Groups) -> tuple[Groups, int, bool] | None:
    """Circles, the upper bound of their worth, and whether they are proven best.

    None where the rules cannot all be kept (or no answer was found with the effort allowed).
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    n, k = table.size, len(sizes)
    x = [[model.new_bool_var(f"x{a}_{c}") for c in range(k)] for a in range(n)]
    for a in range(n):
        model.add_exactly_one(x[a])
    for c in range(k):
        model.add(sum(x[a][c] for a in range(n)) == sizes[c])
        _kinds(model, x, c, table.unit.tolist(), f"unit{c}")
        _kinds(model, x, c, table.band.tolist(), f"band{c}")
        for a in range(n):
            for topic in table.wants[a]:
                givers = [x[b][c] for b in range(n) if b != a and topic in table.gives[b]]
                model.add_bool_or([*givers, x[a][c].negated()])
    terms = []
    for a in range(n):
        for b in range(a):
            worth = int(table.fit[a, b])
            for c in range(k):
                if table.apart[a, b]:
                    model.add_bool_or([x[a][c].negated(), x[b][c].negated()])
                elif table.together[a, b]:
                    model.add(x[a][c] == x[b][c])
                if worth and not table.apart[a, b]:
                    both = model.new_bool_var("")
                    model.add_implication(both, x[a][c])
                    model.add_implication(both, x[b][c])
                    terms.append(worth * both)
    model.maximize(sum(terms))
    return _solved(model, x, hint)


def _kinds(model: Any, x: list[list[Any]], c: int, codes: list[int], name: str) -> None:
    """A circle has two kinds of a known property: not all of one kind."""
    kinds = sorted({code for code in codes if code >= 0})
    present = []
    for kind in kinds:
        here = model.new_bool_var(f"{name}_{kind}")
        model.add_bool_or([*_of_kind(x, c, codes, kind), here.negated()])
        present.append(here)
    if kinds:
        model.add(sum(present) >= 2)


def _of_kind(x: list[list[Any]], c: int, codes: list[int], kind: int) -> list[Any]:
    return [x[a][c] for a, code in enumerate(codes) if code == kind]


def _solved(model: Any, x: list[list[Any]], hint: Groups) -> tuple[Groups, int, bool] | None:
    from ortools.sat.python import cp_model

    for c, group in enumerate(hint):
        for a in group:
            model.add_hint(x[a][c], 1)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = EFFORT
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    groups = [[a for a in range(len(x)) if solver.value(x[a][c])] for c in range(len(x[0]))]
    return groups, int(solver.best_objective_bound), status == cp_model.OPTIMAL
