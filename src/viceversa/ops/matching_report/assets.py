"""The application's own style sheets, fonts, icons and logo, embedded so that the file needs none.

They are read as data from the web package's static folder: one design, two doors.
"""

import base64
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from viceversa.ops.matching_report.markup import Html, tag

_LAYERS = "@layer reset, tokens, base, layout, components, utilities;"
_IMPORT = re.compile(r'@import url\("(?P<sheet>[^"]+)"\)')
_ELSEWHERE = frozenset({"fonts.css", "components/gallery.css", "components/hero.css"})
_SYMBOL = re.compile(
    r'<symbol[^>]*\bid="(?P<name>[^"]+)"[^>]*>(?P<drawing>.*?)</symbol>', re.DOTALL
)
_EXTENDED = re.compile("[\u0100-\u02ba\u1e00-\u1eff]")
_BASIC_RANGE = (
    "U+0000-00FF, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212"
)
_EXTENDED_RANGE = "U+0100-02BA, U+1E00-1EFF"
_FACES = (
    ("Hanken Grotesk", "100 900", "hanken-grotesk-latin-wght-normal", _BASIC_RANGE),
    ("Newsreader", "200 800", "newsreader-latin-opsz-normal", _BASIC_RANGE),
)
_EXTENDED_FACES = (
    ("Hanken Grotesk", "100 900", "hanken-grotesk-latin-ext-wght-normal", _EXTENDED_RANGE),
    ("Newsreader", "200 800", "newsreader-latin-ext-opsz-normal", _EXTENDED_RANGE),
)


def _static() -> Traversable:
    return files("viceversa").joinpath("web", "static")


def style(text: str) -> str:
    """The style sheet of a report that shows `text`; letters beyond Latin-1 bring their fonts."""
    faces = (*_FACES, *_EXTENDED_FACES) if _EXTENDED.search(text) else _FACES
    css = _static().joinpath("css")
    names = _IMPORT.findall(css.joinpath("index.css").read_text("utf-8"))
    sheets = [
        css.joinpath(*name.split("/")).read_text("utf-8")
        for name in names
        if name not in _ELSEWHERE
    ]
    own = files(__package__).joinpath("page.css").read_text("utf-8")
    return "\n".join([_LAYERS, *(_face(*face) for face in faces), *sheets, own])


def _face(family: str, weight: str, file: str, characters: str) -> str:
    data = base64.b64encode(_static().joinpath("fonts", f"{file}.woff2").read_bytes()).decode()
    return (
        f'@font-face{{font-family:"{family}";font-style:normal;font-weight:{weight};'
        f'font-display:swap;src:url("data:font/woff2;base64,{data}") format("woff2");'
        f"unicode-range:{characters};}}"
    )


def logo() -> Html:
    """The lockup as an image; it follows the reader's light or dark theme by itself."""
    return tag("img", src=_svg_data("lockup"), alt="viceversa", width="138", height="26")


def favicon() -> str:
    """The address of the small mark, as data."""
    return _svg_data("favicon")


def _svg_data(name: str) -> str:
    drawing = _static().joinpath("logo", f"{name}.svg").read_bytes()
    return "data:image/svg+xml;base64," + base64.b64encode(drawing).decode()


def sprite(names: Sequence[str]) -> Html:
    """The icons a report uses, once, to be drawn by `icon`."""
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24">{_drawings()[name]}</symbol>' for name in names
    )
    return Html(f'<svg hidden width="0" height="0" aria-hidden="true">{symbols}</svg>')


@cache
def _drawings() -> dict[str, str]:
    text = _static().joinpath("icons", "sprite.svg").read_text("utf-8")
    return {match["name"]: match["drawing"] for match in _SYMBOL.finditer(text)}


def icon(name: str) -> Html:
    """An icon of the sprite; the words beside it say what it means."""
    return Html(f'<svg class="icon" aria-hidden="true"><use href="#i-{name}"/></svg>')
