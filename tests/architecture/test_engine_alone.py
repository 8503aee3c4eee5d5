"""The engine is mathematics: it runs where Django is not installed, and starts at once."""

import subprocess
import sys

BLOCKED = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "django":
            raise ImportError("django is not here")

sys.meta_path.insert(0, Refuse())
import viceversa.engine as engine

italian, morning = ("it",), ((600, 720),)
people = [
    engine.Person(id="a", level=5, languages=italian),
    engine.Person(id="b", level=2, languages=italian),
]
wish, offer = (engine.Wish("t", 3),), (engine.Wish("t", 6),)
both = [
    engine.Participant(person="a", role="mentee", wants=wish, windows=morning),
    engine.Participant(person="b", role="mentor", offers=offer, windows=morning),
]
problem = engine.Problem.build(people, both, engine.Policy())
solution = engine.solve(problem)
assert engine.verify(problem, solution).ok
print(len(solution.pairs), "numba" in sys.modules)
"""


def test_the_engine_needs_no_django_and_small_problems_no_compiler() -> None:
    run = subprocess.run(
        [sys.executable, "-c", BLOCKED], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["1", "False"]
