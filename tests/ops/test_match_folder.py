"""The answer's folder is written whole or not at all, and strangers' files are left alone."""

from pathlib import Path

import pytest

from viceversa.ops.matching_files import folder
from viceversa.ops.matching_files.faults import Misused
from viceversa.ops.matching_files.words import words_in

WORDS = words_in("en")
FIRST = {"pairs.csv": b"1", "unmatched.csv": b"1", "certificate.json": b"1", "scores.npz": b"1"}
SECOND = {"pairs.csv": b"2", "unmatched.csv": b"2", "certificate.json": b"2"}


def held(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.iterdir()}


def test_a_new_folder_and_its_parents_are_made(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    folder.write(out, FIRST, WORDS, force=False)
    assert held(out) == FIRST
    assert [entry.name for entry in out.parent.iterdir()] == ["b"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    folder.write(tmp_path, FIRST, WORDS, force=False)
    assert held(tmp_path) == FIRST


def test_the_next_answer_replaces_the_last_one_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    folder.write(out, FIRST, WORDS, force=False)
    folder.write(out, SECOND, WORDS, force=False)
    assert held(out) == SECOND
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "names", [("thesis.docx",), ("certificate.json", "mine.txt"), ("pairs.csv",)]
)
def test_a_folder_with_other_files_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).write_text("mine")
    with pytest.raises(Misused, match="--force"):
        folder.write(tmp_path, FIRST, WORDS, force=False)
    assert sorted(held(tmp_path)) == sorted(names)


def test_force_writes_among_other_files_and_touches_none(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    folder.write(tmp_path, FIRST, WORDS, force=True)
    folder.write(tmp_path, SECOND, WORDS, force=True)
    assert held(tmp_path) == SECOND | {"thesis.docx": b"mine"}


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(Misused, match="is a file"):
        folder.write(tmp_path / "out", FIRST, WORDS, force=True)


def test_nothing_is_left_behind_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    folder.write(out, FIRST, WORDS, force=False)
    write = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if self.name == "unmatched.csv":
            raise OSError(28, "No space left on device", str(self))
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        folder.write(out, SECOND, WORDS, force=False)
    assert held(out) == FIRST
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]
