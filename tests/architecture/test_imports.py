"""The import contracts catch what they are for: each is tried on a deliberate violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).parent / "lint-imports"

VIOLATIONS = [
    ("people/rules/wrong.py", "import django.db", "rules-are-pure"),
    ("people/models/wrong.py", "import viceversa.matching.models", "layers"),
    ("relationships/queries.py", "from viceversa.matching import models", "layers"),
    ("accounts/models.py", "from viceversa.accounts import actions", "vocabulary"),
    ("engine/problem/wrong.py", "import viceversa.kernel.clock", "engine-is-pure"),
    ("people/queries/wrong.py", "import viceversa.engine", "engine-one-customer"),
    ("matching/rules/wrong.py", "import viceversa.engine.solvers", "engine-front-door"),
    ("matching/wrong_word.py", "", "vocabulary"),
    ("wrong_package/__init__.py", "", "layers"),
    ("web/coordinator/wrong.py", "import viceversa.web.account", "web-areas"),
    ("people/actions/wrong.py", "import viceversa.settings.base", "settings-via-django-conf"),
]


def lint(root: Path, contract: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache", "--contract", contract],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("contracts")
    shutil.copytree(
        ROOT / "src",
        root / "src",
        ignore=shutil.ignore_patterns("static", "templates", "locale", "*.egg-info", "__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


@pytest.mark.parametrize(
    ("place", "line", "contract"), VIOLATIONS, ids=[f"{v[0]}-{v[2]}" for v in VIOLATIONS]
)
def test_a_violation_is_caught(copy: Path, place: str, line: str, contract: str) -> None:
    path = copy / "src" / "viceversa" / place
    before = path.read_text() if path.exists() else None
    made = not path.parent.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((before or "") + f"\n{line}\n")
    try:
        found = lint(copy, contract)
    finally:
        if before is None:
            path.unlink()
            if made:
                path.parent.rmdir()
        else:
            path.write_text(before)
    assert found.returncode != 0
    assert "BROKEN" in found.stdout or "Missing" in found.stdout, found.stdout + found.stderr


def test_without_a_violation_every_contract_is_kept(copy: Path) -> None:
    found = subprocess.run(
        [LINT, "--no-cache"],
        cwd=copy,
        env={"PYTHONPATH": str(copy / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
