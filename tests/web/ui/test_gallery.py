"""Each component has its style, its template and its place in the gallery; nothing else has."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from viceversa import __file__ as package
from viceversa.web.ui import components  # noqa: F401  (registers the components)
from viceversa.web.ui.component import COMPONENTS
from viceversa.web.ui.gallery import TILES

WEB = Path(package).parent / "web"
CSS = WEB / "static" / "css"
TEMPLATES = WEB / "templates" / "ui"
# A style or a script written into a page; data for a script is neither.
OWN = r'\sstyle=|\son\w+=|<style|<script(?![^>]*(?:\bsrc=|type="application/json"))'
# Tiles that show tokens rather than a component, and the style of the gallery itself.
WITHOUT_STYLE, WITHOUT_TILE = {"palette", "type"}, {"gallery", "topbar"}


def test_every_component_has_a_style_and_a_template() -> None:
    for component in COMPONENTS.values():
        assert (CSS / "components" / f"{component.css}.css").is_file(), component.name
        assert (TEMPLATES / f"{component.name}.html").is_file(), component.name


def test_every_template_belongs_to_a_component() -> None:
    names = {file.stem for file in TEMPLATES.glob("*.html")}
    assert names == set(COMPONENTS) | {"gallery"}


def test_every_style_has_a_tile_and_is_imported() -> None:
    styles = {file.stem for file in (CSS / "components").glob("*.css")}
    tiles = {name for name, *_ in TILES}
    assert styles - WITHOUT_TILE == tiles - WITHOUT_STYLE
    assert {file.stem for file in (TEMPLATES / "gallery").glob("*.html")} == tiles
    imported = re.findall(r'"components/([\w-]+)\.css"', (CSS / "index.css").read_text())
    assert set(imported) == styles


def test_every_style_begins_with_its_name_and_idea() -> None:
    for file in sorted((CSS / "components").glob("*.css")):
        assert file.read_text().startswith(f"/* {file.stem}: "), file.name


def test_every_component_is_drawn_in_the_gallery() -> None:
    shown = "".join(file.read_text() for file in (TEMPLATES / "gallery").glob("*.html"))
    shown += (TEMPLATES / "gallery.html").read_text()
    drawn = {name for name in COMPONENTS if re.search(rf"{{%-? {name}\b", shown)}
    assert set(COMPONENTS) - drawn == set()


def test_no_template_holds_a_style_or_a_script_of_its_own() -> None:
    faults = [
        f"{file.relative_to(WEB)}: {found}"
        for file in sorted((WEB / "templates").rglob("*.html"))
        for found in re.findall(OWN, file.read_text())
    ]
    assert faults == []


@pytest.mark.django_db
def test_the_gallery_exists_in_development_only(client: Client, settings: Settings) -> None:
    assert client.get("/ui/").status_code == 404
    settings.DEBUG = True
    page = client.get("/ui/").content.decode()
    for name, title, _ in TILES:
        assert f'id="{name}"' in page
        assert title in page
