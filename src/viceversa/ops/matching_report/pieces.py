"""The parts of the design the report needs: marks, the pair, the exchange, reasons and rules."""

from collections.abc import Sequence

from viceversa.matching.rules.records import Role
from viceversa.matching.rules.sentences import Exchange, Reason, RuleLine, Tongue
from viceversa.ops.matching_report.assets import icon
from viceversa.ops.matching_report.content import PairView, PersonView
from viceversa.ops.matching_report.markup import Html, join, tag
from viceversa.ops.words import Words

BAR = 180.0  # width of the drawing: the heaviest criterion fills it


def mark(role: Role) -> Html:
    """The small circle or square before a name."""
    return tag("span", class_="role-mark", data_role=role, aria_hidden="true")


def pair_mark(mentor: str, mentee: str) -> Html:
    """The relationship drawn: a circle and a square that meet, with initials."""
    return tag(
        "svg",
        tag("circle", class_="m", cx="20", cy="20", r="20"),
        tag("rect", class_="e", x="32", width="40", height="40", rx="6"),
        tag("path", class_="b", d="M32 4A20 20 0 0 1 32 36Z"),
        tag("text", mentor, class_="m", x="16.5", y="24.8"),
        tag("text", mentee, class_="e", x="55.5", y="24.8"),
        class_="pair-mark", viewBox="0 0 72 40", data_size="small", aria_hidden="true",
    )  # fmt: skip


def exchange(pair: PairView, words: Words) -> Html:
    """What goes each way."""
    flows: Exchange = pair.exchange
    return tag(
        "div",
        tag(
            "div",
            _end(pair.mentor, "mentor", words),
            tag(
                "div",
                _lane(pair.mentor, "mentor", flows.gives, flows.gives_asked, words),
                _lane(pair.mentee, "mentee", flows.gets, flows.gets_asked, words),
                class_="lanes",
            ),
            _end(pair.mentee, "mentee", words),
            class_="exchange-grid",
        ),
        class_="exchange",
    )


def _end(person: PersonView, role: Role, words: Words) -> Html:
    mono = tag("span", person.initials, class_="mono", data_role=role, aria_hidden="true")
    name = tag("span", person.short, tag("small", words(role)))
    return tag("div", mono, name, class_="exchange-end", data_role=role)


def _lane(person: PersonView, role: Role, topics: Sequence[str], asked: bool, words: Words) -> Html:
    label = words("gives" if asked else "offers", name=person.short)
    items = [tag("li", topic) for topic in topics] or [
        tag("li", words("lane.empty"), class_="quiet")
    ]
    return tag(
        "div",
        tag("span", label, class_="lane-label"),
        tag("ul", items, class_="stack gap-1"),
        class_="lane",
        data_role=role,
    )


def reasons(told: Sequence[Reason], fit: float, words: Words, tongue: Tongue) -> Html:
    """Why, by criterion: the bar is as long as the weight, its fill is what was earned."""
    items = []
    unit = BAR / max((reason.weight for reason in told), default=1)
    for reason in told:
        bar = tag(
            "svg",
            tag("rect", class_="c-soft", width=f"{reason.weight * unit:.1f}", height="10"),
            tag("rect", class_="c-ink", width=f"{reason.earned * unit:.1f}", height="10"),
            viewBox=f"0 0 {BAR:.0f} 10", preserveAspectRatio="none", aria_hidden="true",
        )  # fmt: skip
        figures = tag(
            "span",
            tag("b", tongue.decimal(reason.earned)),
            " ",
            words("of", weight=tongue.decimal(reason.weight)),
        )
        items.append(
            tag(
                "li",
                tag("div", tag("h4", reason.title), tag("p", reason.text)),
                tag("div", bar, figures, class_="reason-bar"),
            )
        )
    total = f"{tongue.decimal(fit)} {words('of', weight=tongue.decimal(1))}"
    return join(
        tag("ol", items, class_="reasons"),
        tag("p", tag("span", words("sum")), tag("span", total), class_="reasons-sum"),
    )


def rules(lines: Sequence[RuleLine]) -> Html:
    """The hard rules with the fact that was used."""
    return tag(
        "ul",
        [
            tag(
                "li",
                icon("check" if line.passed else "x"),
                tag("span", line.title, tag("small", line.fact) if line.fact else None),
                data_state=None if line.passed else "no",
            )
            for line in lines
        ],
        class_="rules",
    )
