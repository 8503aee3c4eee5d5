"""The report is one safe, self-contained file that says everything in the reader's language."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from viceversa.matching.rules.sentences import Exchange, Reason, RuleLine, Tongue
from viceversa.ops.cli import main
from viceversa.ops.matching_report import LeftView, PairView, PersonView, Proof, Report, render
from viceversa.ops.matching_report.histogram import counts, histogram
from viceversa.ops.matching_report.markup import Html, join, tag
from viceversa.ops.matching_report.words import words_in

PEOPLE = Path(__file__).resolve().parents[2] / "examples" / "people.csv"
SOFIA = PersonView("Sofia <b>D’Agnolo</b>", "Sofia", "SD", "Data & analysis, Torino")
ALBERTO = PersonView("Alberto Brambilla", "Alberto", "AB", "Procurement")
VOID = {"meta", "link", "img"}


class Outline(HTMLParser):
    """Collects what the tests ask about, and fails on tags that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.anchors: list[str] = []
        self.addresses: list[str] = []
        self.headings: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        if name not in VOID:
            self.open.append(name)
        if re.fullmatch("h[1-6]", name):
            self.headings.append(name)
        for key, value in attrs:
            if key == "id":
                self.ids.append(value or "")
            if key in ("href", "src") and value:
                (self.anchors if value.startswith("#") else self.addresses).append(value)

    def handle_startendtag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if key == "href" and value:
                self.anchors.append(value)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text.append(data)


def read(page: str) -> Outline:
    outline = Outline()
    outline.feed(page)
    outline.close()
    assert outline.open == []
    return outline


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The report of the example in both languages."""
    out = tmp_path_factory.mktemp("out")
    for language in ("en", "it"):
        argv = ["match", str(PEOPLE), "--out", str(out / language), "--language", language]
        assert main(argv) == 0
    return {name: (out / name / "report.html").read_text("utf-8") for name in ("en", "it")}


@pytest.mark.parametrize("language", ["en", "it"])
def test_it_refers_to_nothing_outside_itself(pages: dict[str, str], language: str) -> None:
    outline = read(pages[language])
    assert all(address.startswith("data:") for address in outline.addresses)
    assert set(re.findall(r"url\(\"?([a-z]+:|[^\"d])", pages[language])) <= {"data:", "#"}
    assert "@import" not in pages[language] and "<script" not in pages[language]
    assert not re.search(r' style="', pages[language])


@pytest.mark.parametrize("language", ["en", "it"])
def test_links_lead_somewhere_and_headings_keep_their_order(
    pages: dict[str, str], language: str
) -> None:
    outline = read(pages[language])
    assert len(outline.ids) == len(set(outline.ids))
    assert {anchor.removeprefix("#") for anchor in outline.anchors} <= set(outline.ids)
    assert outline.headings.count("h1") == 1
    levels = [int(heading[1]) for heading in outline.headings]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_it_says_everything_in_its_language(pages: dict[str, str]) -> None:
    english, italian = (" ".join(read(pages[name]).text) for name in ("en", "it"))
    assert '<html lang="it">' in pages["it"]
    for words in ("23 pairs proposed, nobody told yet", "Why this pair", "What would help"):
        assert words in english and words not in italian
    for words in ("23 coppie proposte", "Perché questa coppia", "Che cosa aiuterebbe"):
        assert words in italian and words not in english
    assert "viceversa verify" in english


def test_letters_beyond_latin_bring_their_fonts(pages: dict[str, str]) -> None:
    assert "Kovačić" in pages["en"] and pages["en"].count("@font-face") == 4
    plain = render(report(pair(Exchange((), (), False, False))))
    assert plain.count("@font-face") == 2


def pair(exchange: Exchange) -> PairView:
    reasons = (Reason("topics", "Topics <i>", "“AI” & more", 0.6, 0.3),)
    rules = (RuleLine("same-unit", False, "In the same team", "Both are in <IT>"),)
    return PairView(SOFIA, ALBERTO, 0.5, exchange, reasons, rules)


def report(*pairs: PairView, proof: Proof | None = None, left: tuple[LeftView, ...] = ()) -> Report:
    return Report(
        "en", "people.csv", 1, 1, 1, 1, proof or Proof("0.500", "0.500", "0.000", True),
        [one.fit for one in pairs], pairs, left, [("Aim", "Best fit")], (), "viceversa verify",
    )  # fmt: skip


def test_what_people_wrote_cannot_become_markup() -> None:
    page = render(report(pair(Exchange(("<script>alert(1)</script>",), (), True, False))))
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "Sofia &lt;b&gt;D’Agnolo&lt;/b&gt;" in page and "Data &amp; analysis" in page
    read(page)


def test_an_empty_lane_is_asked_for() -> None:
    text = " ".join(read(render(report(pair(Exchange(("AI",), (), True, False))))).text)
    assert "Nothing written yet: worth asking" in text


def test_without_a_proof_nothing_is_claimed() -> None:
    open_ = Proof("0.500", "0.600", "0.100", False)
    page = render(report(pair(Exchange((), (), False, False)), proof=open_))
    assert "Proven" not in page and "prices add up" not in page


def test_no_pairs_and_nobody_left() -> None:
    text = " ".join(read(render(report())).text)
    assert "No pair can be proposed yet" in text and "Everybody has a partner" in text


def test_the_histogram_counts_every_pair_once() -> None:
    fits = [0.0, 0.049, 0.05, 0.5, 0.55, 0.999, 1.0]
    assert sum(counts(fits)) == len(fits)
    assert (counts(fits)[0], counts(fits)[1], counts(fits)[19]) == (2, 1, 2)
    drawn = histogram(fits, words_in("it"), Tongue("it"))
    assert drawn.count("<rect") == 5 and 'role="img"' in drawn
    assert "0,00" in drawn and "1,00" in drawn


def test_markup_escapes_what_is_not_markup() -> None:
    assert tag("p", "a < b & c", title='"x"') == '<p title="&quot;x&quot;">a &lt; b &amp; c</p>'
    assert join("<", Html("<br>"), None, ["&"]) == "&lt;<br>&amp;"
