"""The cohort page in words: its title, its stages, the figures, the enrolment from both sides."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.programmes.choices import EnrolmentState, Role, StageCode
from viceversa.programmes.rules import timeline
from viceversa.relationships.choices import RelationshipState
from viceversa.web.coordinator.programmes.cohort_page import Facts


@dataclass(frozen=True, slots=True)
class Stage:
    """One stop of the timeline, in words."""

    title: str
    date: str
    state: str


@dataclass(frozen=True, slots=True)
class Number:
    """One figure of the page."""

    value: int
    label: str
    note: str
    href: str


def title(facts: Facts) -> str:
    """Return where the cohort stands, as its heading."""
    name = facts.cohort.name
    if facts.closed:
        return _("%(name)s is closed") % {"name": name}
    if facts.draft:
        return _("%(name)s is being prepared") % {"name": name}
    if facts.week:
        week, weeks = facts.week
        return _("%(name)s is in week %(week)s of %(weeks)s") % {
            "name": name,
            "week": week,
            "weeks": weeks,
        }
    if facts.today < facts.dates.starts_on:
        day = date_format(facts.dates.starts_on, "MONTH_DAY_FORMAT")
        return _("%(name)s starts on %(day)s") % {"name": name, "day": day}
    return _("%(name)s has reached its last day") % {"name": name}


def stages(facts: Facts) -> list[Stage]:
    """Return the timeline with its one current stop."""
    opened = facts.cohort.opened_at
    stops = timeline.stages(
        facts.dates,
        facts.today,
        charter_done=not facts.gaps,
        opened_on=localdate(opened) if opened else None,
        closed=facts.closed,
    )
    return [
        Stage(
            str(StageCode(stop.code).label),
            date_format(stop.on, "SHORT_DATE_FORMAT") if stop.on else _undated(facts, stop.code),
            stop.state,
        )
        for stop in stops
    ]


def numbers(facts: Facts) -> list[Number]:
    """Return the figures: who takes part and is paired, or how the pairs are getting on."""
    if facts.relationships.total:
        return _of_pairs(facts)
    people = reverse("programmes:enrolments", args=[facts.cohort.public_id])
    of_cohort = f"?cohort={facts.cohort.public_id}"
    return [
        Number(
            facts.enrolled.mentors,
            ngettext("mentor admitted", "mentors admitted", facts.enrolled.mentors),
            _paired(facts.relationships.paired_mentors),
            f"{people}?role=mentor",
        ),
        Number(
            facts.enrolled.mentees,
            ngettext("mentee admitted", "mentees admitted", facts.enrolled.mentees),
            _paired(facts.relationships.paired_mentees),
            f"{people}?role=mentee",
        ),
        Number(
            facts.relationships.total,
            ngettext("relationship", "relationships", facts.relationships.total),
            _by_state(facts.relationships.by_state),
            reverse("relationships:list") + of_cohort,
        ),
        Number(
            facts.rounds.rounds,
            ngettext("matching round", "matching rounds", facts.rounds.rounds),
            _rounds(facts),
            reverse("rounds:list") + of_cohort,
        ),
    ]


def _of_pairs(facts: Facts) -> list[Number]:
    """Return the figures of a cohort whose pairs are at work."""
    of_cohort = f"?cohort={facts.cohort.public_id}"
    momentum = reverse("momentum:list", args=[facts.cohort.public_id])
    relationships, meetings = facts.relationships, facts.meetings
    due = ngettext("of %(count)s due so far", "of %(count)s due so far", meetings.due)
    missing = ngettext("%(count)s needs one", "%(count)s need one", meetings.without_next_date)
    return [
        Number(
            relationships.total,
            ngettext("relationship", "relationships", relationships.total),
            _by_state(relationships.by_state),
            reverse("relationships:list") + of_cohort,
        ),
        Number(
            meetings.signed,
            ngettext("agreement signed", "agreements signed", meetings.signed),
            _("by all of its people"),
            "",
        ),
        Number(
            meetings.kept,
            ngettext("meeting kept", "meetings kept", meetings.kept),
            due % {"count": meetings.due},
            "",
        ),
        Number(
            meetings.with_next_date,
            _("with a next date"),
            missing % {"count": meetings.without_next_date}
            if meetings.without_next_date
            else _("nobody waits for one"),
            momentum,
        ),
    ]


def funnel(facts: Facts) -> list[tuple[str, int, int]]:
    """Return enrolment from both sides: (state, mentors, mentees)."""
    states = [EnrolmentState.INVITED, EnrolmentState.APPLIED, EnrolmentState.ADMITTED]
    rows = [
        (
            str(state.label).lower(),
            facts.enrolled.reached(Role.MENTOR, state),
            facts.enrolled.reached(Role.MENTEE, state),
        )
        for state in states
    ]
    # Nobody was invited or applied: all were admitted by hand, and two equal bars say nothing.
    rows = [row for i, row in enumerate(rows) if i == 2 or row[1:] != rows[i + 1][1:]]
    paired = facts.relationships.paired_mentors, facts.relationships.paired_mentees
    rows.append((_("paired"), *paired))
    if facts.meetings.kept:
        rows.append((_("have met"), facts.meetings.met_mentors, facts.meetings.met_mentees))
    return rows


def _undated(facts: Facts, code: str) -> str:
    if code == StageCode.CHARTER:
        return _("signed off") if not facts.gaps else _("to be completed")
    return _("not yet")


def _paired(count: int) -> str:
    return ngettext("%(count)s paired", "%(count)s paired", count) % {"count": count}


def _by_state(by_state: dict[str, int]) -> str:
    return ", ".join(
        f"{number} {str(RelationshipState(state).label).lower()}"
        for state, number in by_state.items()
        if number
    )


def _rounds(facts: Facts) -> str:
    if facts.rounds.open_round:
        return _("round %(number)s is being worked on") % {"number": facts.rounds.open_round.number}
    if facts.rounds.last_published:
        return _("round %(number)s published") % {"number": facts.rounds.last_published.number}
    return _("none yet")
