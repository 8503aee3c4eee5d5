"""What a visitor's browser fetches: one style sheet, hashed fonts, nothing that is missing."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.management.commands.collectstatic import Command
from django.core.files.base import ContentFile
from django.core.management import call_command
from pytest_django import Settings

from viceversa.web.ui.storage import joined


class Folder:
    def __init__(self, files: dict[str, str]) -> None:
        self.files = files

    def open(self, path: str) -> "ContentFile[bytes]":
        return ContentFile(self.files[path].encode())


def test_imports_are_put_in_their_place_and_addresses_follow() -> None:
    files = {
        "css/index.css": '@layer a, b;\n@import url("one.css");\n@import url("parts/two.css");\n',
        "css/one.css": '.one { src: url("../fonts/f.woff2"); }\n',
        "css/parts/two.css": '.two { src: url("../../fonts/g.woff2"); }\n',
    }
    folder = Folder(files)
    text = joined({name: (folder, name) for name in files}, "css/index.css")
    assert text == (
        '@layer a, b;\n.one { src: url("../fonts/f.woff2"); }\n'
        '.two { src: url("../fonts/g.woff2"); }\n'
    )


@pytest.fixture
def collected(tmp_path: Path, settings: Settings) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "viceversa.web.ui.storage.JoinedStyles"}
    }
    call_command(Command(), interactive=False, verbosity=0)
    return tmp_path


def test_the_style_sheet_is_one_file_with_hashed_fonts(collected: Path) -> None:
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    sheet = collected / names["css/index.css"]
    text = sheet.read_text()
    assert "@import" not in text
    assert text.index("@layer reset, tokens, base, layout, components, utilities;") < text.index(
        "{"
    )
    for component in (".button", ".proposal-row", ".topbar", ".seen-by"):
        assert component in text
    addresses = re.findall(r'url\("([^"#]+)"\)', text)
    assert len([address for address in addresses if "woff2" in address]) == 6
    for address in addresses:
        assert re.search(r"\.[0-9a-f]{12}\.", address), address
        assert (sheet.parent / address).resolve().is_file()


def test_the_sheet_is_there_compressed_too(collected: Path) -> None:
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    packed = collected / (names["css/index.css"] + ".gz")
    assert packed.is_file()
    assert packed.stat().st_size < 30_000
