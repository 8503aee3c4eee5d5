"""Nothing in the repository names an index, a machine or a person's home."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Folders below which a machine keeps what is somebody's own, people's homes and places of work.
HOMES = ("home", "root", "Users")
WORKSHOPS = ("work",)
WRITTEN = (
    *("*.py", "*.sh", "*.md", "*.toml", "*.html", "*.csv", "Makefile"),
    *("*.po", "*.js", "*.css", "*.json", "*.yml"),
)


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_locks_carry_hashes_and_no_addresses() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|--index-url|--find-links", text)
        pins = re.findall(
            r"^[\w.\-\[\]]+==[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}[ \\]*\n)*)", text, re.M
        )
        assert pins
        assert all(pins), f"{path.name} pins something without a hash"


def test_no_path_of_one_machine() -> None:
    homes = rf"(?<![\w/])/(?:{'|'.join(HOMES)})/[a-z]\w*/"
    workshops = rf"(?<![\w/.])/(?:{'|'.join(WORKSHOPS)})/\w+/"
    one_machine = re.compile(f"{homes}|{workshops}")
    offenders = [
        path.relative_to(ROOT)
        for path in tracked(*WRITTEN)
        if one_machine.search(path.read_text(encoding="utf-8"))
    ]
    assert offenders == []
