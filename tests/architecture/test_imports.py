"""The import contracts catch what they are for: deliberate violations, all tried in one copy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).parent / "lint-imports"

# Where, what, the module that must be named.
VIOLATIONS = [
    ("people/rules/wrong.py", "import django.db", "viceversa.people.rules.wrong -> django"),
    ("people/models/wrong.py", "import viceversa.matching.models", "viceversa.people.models.wrong"),
    ("people/queries/wrong.py", "import viceversa.engine", "viceversa.people.queries.wrong"),
    ("people/actions/wrong.py", "import viceversa.settings.base", "viceversa.people.actions.wrong"),
    ("people/models/up.py", "import viceversa.people.actions", "viceversa.people.models.up"),
    ("engine/problem/wrong.py", "import viceversa.kernel.clock", "viceversa.engine.problem.wrong"),
    ("engine/problem/up.py", "import viceversa.engine.solvers", "viceversa.engine.problem.up"),
    (
        "matching/rules/wrong.py",
        "import viceversa.engine.solvers",
        "viceversa.matching.rules.wrong",
    ),
    ("web/coordinator/wrong.py", "import viceversa.web.account", "viceversa.web.coordinator.wrong"),
]
UNLISTED = ["matching/wrong_word.py", "wrong_package/__init__.py"]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin", "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    unneeded = shutil.ignore_patterns("static", "templates", "locale", "*.egg-info", "__pycache__")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=unneeded)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def write(root: Path, place: str, line: str) -> None:
    path = root / "src" / "viceversa" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(line + os.linesep)


def test_every_violation_is_named(copy: Path) -> None:
    for place, line, _ in VIOLATIONS:
        write(copy, place, line)
    found = lint(copy)
    assert found.returncode != 0
    missing = [module for *_, module in VIOLATIONS if module not in found.stdout]
    assert missing == [], found.stdout


@pytest.mark.parametrize("place", UNLISTED)
def test_a_place_nobody_planned_fails(copy: Path, place: str) -> None:
    write(copy, place, "")
    assert lint(copy).returncode != 0
