"""The translation tool sees what Django would look up."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import translations

CASES = [
    ('{% translate "Hello" %}', [(None, "Hello", None)]),
    ("{% translate 'It’s' as title %}", [(None, "It’s", None)]),
    ('{% translate "May" context "month" %}', [("month", "May", None)]),
    ('{% anything label=_("Save") %}', [(None, "Save", None)]),
    ("{% blocktranslate %}A “b”{% endblocktranslate %}", [(None, "A “b”", None)]),
    (
        "{% blocktranslate trimmed count n=n %}\n one {{ n }}\n{% plural %}\n many {{ n }}\n"
        "{% endblocktranslate %}",
        [(None, "one %(n)s", "many %(n)s")],
    ),
    ("{% blocktranslate %}5% off{% endblocktranslate %}", [(None, "5%% off", None)]),
    ("plain text, no marks", []),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_templates(source: str, expected: list[translations.Key]) -> None:
    assert list(translations.template_texts(source)) == expected


def test_python(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(
        "from django.utils.translation import gettext as _, ngettext, pgettext\n"
        '_("One")\nngettext("%(n)s pair", "%(n)s pairs", n)\npgettext("month", "May")\n'
    )
    assert list(translations.texts(path)) == [
        (None, "One", None),
        (None, "%(n)s pair", "%(n)s pairs"),
        ("month", "May", None),
    ]


def test_every_area_is_found_for_its_folder() -> None:
    source = translations.SOURCE
    assert translations.area_of(source / "people/choices.py") == "people"
    assert translations.area_of(source / "web/templates/coordinator/rounds/a.html") == "rounds"
    assert translations.area_of(source / "web/templates/base.html") == "ui"
    assert translations.area_of(source / "engine/problem/a.py") is None
