"""Every kind can be written in both languages from its own sample, and says why it was sent."""

import re
from html.parser import HTMLParser

import pytest
from django.template import engines

from viceversa.notifications.choices import STANDING, Kind, Standing
from viceversa.notifications.messages import preview
from viceversa.notifications.messages.preview import FOLDER

LANGUAGES = ("en", "it")


def test_every_kind_has_a_standing_and_a_folder_and_no_folder_is_left_over() -> None:
    assert set(STANDING) == set(Kind)
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert folders == set(Kind.values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_a_kind_is_whole(kind: Kind, language: str) -> None:
    written = preview(kind, language, time_zone="Europe/Rome", organisation="Altavalle")
    assert written.subject
    assert written.subject == written.subject.strip()
    for text in (written.subject, written.text, written.html):
        assert "{{" not in text and "{%" not in text
        assert "None" not in text
    assert f'<html lang="{language}">' in written.html
    assert re.search(r"<footer>\s*<p>[^<\s]", written.html), "it does not say why it was sent"
    assert ("/unsubscribe/" in written.text) is (STANDING[kind] is Standing.OPTIONAL)


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_is_translated(kind: Kind) -> None:
    both = [preview(kind, language, time_zone="Europe/Rome") for language in LANGUAGES]
    assert both[0].subject != both[1].subject
    assert both[0].text != both[1].text


class Balanced(HTMLParser):
    """Fails on a tag that is not closed, a script, or something fetched from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "img", "link", "iframe", "form"}
        assert not any(name.startswith("on") or name in {"src", "style"} for name, _ in attrs)
        if tag not in {"meta", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_the_html_is_well_formed_and_fetches_nothing(kind: Kind, language: str) -> None:
    page = Balanced()
    page.feed(preview(kind, language, time_zone="Europe/Rome").html)
    page.close()
    assert page.open == []


def test_a_subject_is_one_line_of_plain_text_whatever_it_is_made_from() -> None:
    from tests.factories.notifications import recipient
    from viceversa.notifications.messages import compose

    items = [{"subject": "x", "on": None, "act": {}}]
    assert engines["django"]
    written = compose(Kind.DIGEST, recipient(language="en"), {"items": items})
    assert written.subject == "Your week in Viceversa: one message"
