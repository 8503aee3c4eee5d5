"""The page: head, proof, pairs, who is left, how the pairs fit, settings."""

from collections.abc import Sequence
from typing import Any

from viceversa.matching.rules.sentences import Tongue
from viceversa.ops.matching_report import assets, pieces
from viceversa.ops.matching_report.assets import icon
from viceversa.ops.matching_report.content import LeftView, PairView, PersonView, Report
from viceversa.ops.matching_report.histogram import histogram
from viceversa.ops.matching_report.markup import Html, join, tag
from viceversa.ops.matching_report.words import words_in
from viceversa.ops.words import Words

_ICONS = ("badge-check", "check", "info", "triangle-alert", "x")


def render(report: Report) -> str:
    """The whole report as one HTML file that refers to nothing outside itself."""
    words, tongue = words_in(report.language), Tongue(report.language)
    main = tag(
        "div",
        _head(report, words, tongue),
        _proof(report, words),
        _tabs(report, words, tongue),
        _pairs(report, words, tongue),
        _left(report, words),
        _fit(report, words, tongue),
        _settings(report, words),
        class_="wrap wrap-wide page stack gap-6",
    )
    body = join(
        assets.sprite(_ICONS),
        tag("a", words("skip"), class_="skip", href="#main"),
        tag(
            "header",
            tag(
                "div",
                tag("span", assets.logo(), class_="topbar-brand"),
                tag("p", report.source),
                class_="wrap wrap-wide",
            ),
            class_="topbar",
        ),
        tag("main", main, id="main"),
        tag("footer", tag("p", words("foot"), class_="wrap wrap-wide"), class_="foot"),
    )
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", words("title", source=report.source)),
        tag("link", rel="icon", href=assets.favicon(), type="image/svg+xml"),
        tag("style", Html(assets.style(body))),
    )
    page = tag("html", tag("head", head), tag("body", body), lang=report.language)
    return f"<!doctype html>\n{page}\n"


def _head(report: Report, words: Words, tongue: Tongue) -> Html:
    title = words("head", count=len(report.fits)) if report.fits else words("head.none")
    figures: dict[str, Any] = {
        name: tongue.number(getattr(report, name)) for name in ("mentees", "mentors", "possible")
    }
    if report.feasible is None:
        lede = words("lede.uncounted", source=report.source, **figures)
    else:
        figures["feasible"] = tongue.number(report.feasible)
        lede = words("lede", source=report.source, **figures)
    return tag("div", tag("h1", title), tag("p", lede, class_="lede"), class_="page-head")


def _proof(report: Report, words: Words) -> Html:
    proof = report.proof
    claim, why = ("proof.claim", "proof.why") if proof.holds else ("proof.open", "proof.open_why")
    figures = [
        tag("div", tag("dt", words(name)), tag("dd", getattr(proof, name)))
        for name in ("value", "bound", "difference")
    ]
    return tag(
        "section",
        tag(
            "div",
            tag(
                "div",
                icon("badge-check" if proof.holds else "info"),
                tag(
                    "div",
                    tag("strong", words(claim)),
                    tag("p", words(why), " ", tag("a", words("proof.how"), href="#proof")),
                ),
                class_="certificate-claim",
            ),
            tag("dl", figures),
            class_="certificate-body",
        ),
        class_="certificate",
        aria_label=words("proof"),
    )


def _tabs(report: Report, words: Words, tongue: Tongue) -> Html:
    links = [
        tag("a", words("nav.pairs"), " ", _count(len(report.fits), tongue), href="#pairs"),
        tag("a", words("nav.left"), " ", _count(len(report.left), tongue), href="#left"),
        tag("a", words("nav.fit"), href="#fit") if report.pairs else None,
        tag("a", words("nav.proof"), href="#proof"),
    ]
    return tag("nav", links, class_="tabs", aria_label=words("sections"))


def _count(number: int, tongue: Tongue) -> Html:
    return tag("span", tongue.number(number), class_="count")


def _pairs(report: Report, words: Words, tongue: Tongue) -> Html | None:
    if not report.pairs:
        return None
    opened = [_pair(pair, words, tongue) for pair in report.pairs]
    lede = words("pairs.lede")
    if len(opened) < len(report.fits):
        told, every = tongue.number(len(opened)), tongue.number(len(report.fits))
        lede = f"{lede} {words('pairs.more', shown=told, all=every)}"
    return _section("pairs", words("pairs"), lede, tag("div", opened))


def _pair(pair: PairView, words: Words, tongue: Tongue) -> Html:
    fit = tongue.decimal(pair.fit)
    summary = tag(
        "summary",
        pieces.pair_mark(pair.mentor.initials, pair.mentee.initials),
        tag(
            "span",
            tag("span", pieces.mark("mentor"), _named(pair.mentor)),
            tag("span", pieces.mark("mentee"), _named(pair.mentee)),
            class_="opened-who",
        ),
        tag("span", tag("span", words("fit.of"), class_="sr"), fit, class_="opened-fit"),
    )
    body = tag(
        "div",
        pieces.exchange(pair, words),
        _part(words("why"), None, pieces.reasons(pair.reasons, pair.fit, words, tongue)),
        _part(words("rules"), words("rules.lede"), pieces.rules(pair.rules)),
        class_="opened-body",
    )
    return tag("details", summary, body, class_="opened")


def _named(person: PersonView) -> Html:
    return join(tag("b", person.name), tag("small", person.line) if person.line else None)


def _left(report: Report, words: Words) -> Html:
    mentees = [one for one in report.left if one.role == "mentee"]
    mentors = [one for one in report.left if one.role == "mentor"]
    if not mentees and not mentors:
        return _section("left", words("left.nobody"), words("left.nobody_lede"))
    parts: list[Html] = []
    for key, lede, people in (
        ("left.mentees", "left.lede", mentees),
        ("left.mentors", "left.reserve", mentors),
    ):
        if people:
            anchor = "left" if not parts else f"left-{people[0].role}s"
            rows = tag("ul", [_unpaired(one, words) for one in people], class_="unpaired")
            parts.append(_section(anchor, words(key, count=len(people)), words(lede), rows))
    return join(parts)


def _unpaired(one: LeftView, words: Words) -> Html:
    helps: Sequence[str] = one.would_help
    return tag(
        "li",
        tag(
            "div",
            tag("h3", pieces.mark(one.role), one.person.name),
            tag("small", one.person.line, class_="quiet"),
        ),
        tag("p", tag("span", words("in_the_way"), class_="label"), one.in_the_way),
        tag(
            "div",
            tag("span", words("would_help"), class_="label"),
            [tag("p", sentence) for sentence in helps],
        )
        if helps
        else None,
    )


def _fit(report: Report, words: Words, tongue: Tongue) -> Html | None:
    if not report.pairs:
        return None
    figure = histogram(report.fits, words, tongue)
    return _section("fit", words("fit.heading"), words("fit.lede"), figure)


def _settings(report: Report, words: Words) -> Html:
    facts = [tag("div", tag("dt", name), tag("dd", value)) for name, value in report.facts]
    remarks = tag(
        "div",
        icon("info"),
        tag("div", tag("h3", words("remarks")), [tag("p", said) for said in report.remarks]),
        class_="notice",
    )
    told = tag(
        "div",
        tag("p", words("proof.lede", bound=report.proof.bound), class_="lede")
        if report.proof.holds
        else None,
        tag("p", words("proof.limits"), class_="soft"),
        tag("h3", words("proof.again")),
        tag("p", words("proof.again_lede"), class_="soft"),
        tag("code", report.command, class_="command", tabindex="0"),
        remarks if report.remarks else None,
        class_="stack",
    )
    body = tag("div", told, tag("dl", facts, class_="facts", data_end=True), class_="halves")
    return _section("proof", words("proof.heading"), None, body)


def _section(anchor: str, title: str, lede: str | None, *body: Html) -> Html:
    header = tag("header", tag("h2", title), tag("p", lede) if lede else None)
    return tag("section", header, *body, class_="section", data_strong=True, id=anchor)


def _part(title: str, lede: str | None, body: Html) -> Html:
    header = tag("header", tag("h3", title), tag("p", lede) if lede else None)
    return tag("section", header, body, class_="section")
