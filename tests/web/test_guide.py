"""The guide speaks of what is on the pages: every word in bold is a text of the product."""

import re
from pathlib import Path

import polib
import pytest

from viceversa import __file__ as package

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


def _texts() -> list[tuple[str, str]]:
    files = (Path(package).parent / "locale" / "it").glob("*.po")
    return [(entry.msgid, entry.msgstr) for file in files for entry in polib.pofile(str(file))]


@pytest.mark.parametrize(("name", "side"), [("coordinating.md", 0), ("coordinare.md", 1)])
def test_what_the_guide_names_is_on_the_pages(name: str, side: int) -> None:
    bold = re.findall(r"\*\*(.+?)\*\*", (GUIDE / name).read_text("utf-8"), re.DOTALL)
    named = {" ".join(words.split()) for words in bold}
    assert len(named) > 25
    assert named - {pair[side] for pair in _texts()} == set()
