"""The next step of a cohort, and the list from launch to closing."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from viceversa.web.coordinator.programmes.cohort_page import Facts


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now; with `post` the address is posted to, with `cohort` as a field.

    `other` is a second way of doing it: words and address.
    """

    title: str
    text: str
    label: str = ""
    href: str = ""
    post: bool = False
    other: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Todo:
    """A line of the list from launch to closing."""

    title: str
    done: bool
    state: str = ""
    due: str = ""
    note: str = ""
    href: str = ""


def next_step(facts: Facts) -> Step:
    """Return the one thing that moves the cohort on; there always is one."""
    for rule in (_closed, _foundations, _opening, _people, _matching, _course):
        if step := rule(facts):
            return step
    return _waiting(facts)


def checklist(facts: Facts) -> list[Todo]:
    """Return the list from launch to closing; the first that is not done is due."""
    found: list[Todo] = []
    due = True
    for title, done, when, note, href in _lines(facts):
        state = "done" if done else "due" if due else ""
        due = due and done
        found.append(Todo(title, done, state, when, "" if done else note, href))
    return found


def _closed(facts: Facts) -> Step | None:
    if not facts.closed:
        return None
    return Step(
        _("This cohort is over"),
        _("Everything stays readable as it was on the day it closed."),
        _("See its relationships"),
        reverse("relationships:list") + f"?cohort={facts.cohort.public_id}",
    )


def _foundations(facts: Facts) -> Step | None:
    if facts.no_people:
        return Step(
            _("Import the people first"),
            _("Enrolment chooses from the directory, and nobody is in it yet."),
            _("Import people"),
            reverse("people:list"),
        )
    if facts.gaps:
        count = len(facts.gaps)
        return Step(
            ngettext("The charter lacks one thing", "The charter lacks %(count)s things", count)
            % {"count": count},
            " ".join(facts.gaps[:2]),
            _("Complete the charter"),
            reverse("programmes:charter", args=[facts.cohort.programme.public_id]),
        )
    return None


def _opening(facts: Facts) -> Step | None:
    if not facts.draft:
        return None
    return Step(
        _("Open the cohort"),
        _("The charter is complete. After opening, people can be invited and rounds can start."),
        _("Open the cohort"),
        reverse("programmes:open", args=[facts.cohort.public_id]),
        post=True,
    )


def _people(facts: Facts) -> Step | None:
    mentors, mentees = facts.enrolled.mentors, facts.enrolled.mentees
    if mentors and mentees:
        return None
    enrol = reverse("programmes:enrol", args=[facts.cohort.public_id])
    invite = (_("Invite people"), reverse("programmes:invitations", args=[facts.cohort.public_id]))
    if not mentors and not mentees:
        return Step(
            _("Enrol mentors and mentees"),
            _("Invite them by a private letter, or enrol them from a list or a people file."),
            _("Enrol people"),
            enrol,
            other=invite,
        )
    role = "mentee" if mentors else "mentor"
    title = _("Mentees are still missing") if mentors else _("Mentors are still missing")
    return Step(
        title,
        _("A round needs people on both sides."),
        _("Enrol people"),
        f"{enrol}?role={role}",
        other=invite,
    )


def _matching(facts: Facts) -> Step | None:
    if facts.rounds.open_round:
        number = facts.rounds.open_round.number
        return Step(
            _("Round %(number)s is waiting for you") % {"number": number},
            _("Nobody has been told anything; publishing it asks the mentees first."),
            _("Go on with round %(number)s") % {"number": number},
            reverse("rounds:round", args=[facts.rounds.open_round.public_id]),
        )
    if facts.rounds.last_published and facts.rounds.asked:
        return _asked(facts.rounds.last_published.public_id, facts.rounds.asked)
    if facts.rounds.last_published or facts.relationships.total:
        return None
    incomplete = facts.enrolled.incomplete
    text = _("The engine pairs the whole cohort at once and proves that no other answer is better.")
    if incomplete:
        text = ngettext(
            "One admitted person still lacks something; the round will say what.",
            "%(count)s admitted people still lack something; the round will say what.",
            incomplete,
        ) % {"count": incomplete}
    return Step(
        _("Prepare the first round"),
        text,
        _("Prepare the round"),
        reverse("rounds:prepare"),
        post=True,
    )


def _asked(round_id: str, asked: int) -> Step:
    return Step(
        ngettext(
            "The people of %(count)s pair are being asked",
            "The people of %(count)s pairs are being asked",
            asked,
        )
        % {"count": asked},
        _("A relationship begins when everybody has said yes. Reminders go out by themselves."),
        _("See the answers"),
        reverse("rounds:answers", args=[round_id]),
    )


def _course(facts: Facts) -> Step | None:
    if facts.today <= facts.dates.ends_on:
        return None
    return Step(
        _("Close the cohort"),
        _("Its last day has passed. Closing keeps everything and ends enrolment and matching."),
        _("Look at its relationships"),
        reverse("relationships:list") + f"?cohort={facts.cohort.public_id}",
    )


def _waiting(facts: Facts) -> Step:
    middle = facts.dates.midpoint_on
    coming = middle if middle and middle > facts.today else facts.dates.ends_on
    text = (
        _("The midpoint review is on %(day)s.")
        if coming == middle
        else _("The cohort closes on %(day)s.")
    )
    return Step(
        _("The pairs are at work"),
        text % {"day": date_format(coming, "DATE_FORMAT")},
        _("See the relationships"),
        reverse("relationships:list") + f"?cohort={facts.cohort.public_id}",
    )


def _lines(facts: Facts) -> list[tuple[str, bool, str, str, str]]:
    """Return (title, done, date, note, address) of every line, in order."""
    return [*_before_matching(facts), *_from_matching_on(facts)]


def _before_matching(facts: Facts) -> list[tuple[str, bool, str, str, str]]:
    cohort, enrolled = facts.cohort, facts.enrolled
    charter = reverse("programmes:charter", args=[cohort.programme.public_id])
    enrol = reverse("programmes:enrol", args=[cohort.public_id])
    people = reverse("programmes:enrolments", args=[cohort.public_id])
    both = bool(enrolled.mentors and enrolled.mentees)
    whole = both and not enrolled.incomplete
    lacking = _missing(enrolled.incomplete)
    invitations = _day(facts.dates.invitations_on)
    return [
        (_("Directory imported"), not facts.no_people, "", "", reverse("people:list")),
        (_("Purpose, objectives and people of the charter"), not facts.gaps, "", "", charter),
        (pgettext("stage", "Cohort opened"), not facts.draft, "", "", ""),
        (_("Sponsor enrolled as a mentee"), facts.sponsor_in, "", _("To set the example"), people),
        (_("Mentors and mentees enrolled"), both, invitations, "", enrol),
        (_("Profiles complete"), whole, "", lacking, f"{people}?lacking=anything"),
    ]


def _from_matching_on(facts: Facts) -> list[tuple[str, bool, str, str, str]]:
    dates, open_round = facts.dates, facts.rounds.open_round
    of_cohort = f"?cohort={facts.cohort.public_id}"
    rounds = reverse("rounds:list") + of_cohort
    relationships = reverse("relationships:list") + of_cohort
    published = facts.rounds.last_published is not None or facts.relationships.total > 0
    solved = published or (open_round is not None and open_round.state == "solved")
    halfway = facts.closed or _passed(facts, dates.midpoint_on)
    matching, starts = _day(dates.matching_on), _day(dates.starts_on)
    return [
        (_("Rules tried: who is left, and why"), solved, matching, "", rounds),
        (_("Round published"), published, matching, "", rounds),
        (pgettext("stage", "First meetings"), _met(facts), starts, "", relationships),
        (pgettext("stage", "Midpoint review"), halfway, _day(dates.midpoint_on), "", ""),
        (pgettext("stage", "Closing"), facts.closed, _day(dates.ends_on), "", ""),
    ]


def _met(facts: Facts) -> bool:
    """Some relationship has got beyond its agreement, the first sign of a meeting there is."""
    later = ("active", "paused", "closing", "closed")
    return any(facts.relationships.by_state.get(state, 0) for state in later)


def _passed(facts: Facts, day: date | None) -> bool:
    return _met(facts) and day is not None and day < facts.today


def _missing(count: int) -> str:
    if not count:
        return ""
    return ngettext("One person lacks something", "%(count)s people lack something", count) % {
        "count": count
    }


def _day(day: date | None) -> str:
    return date_format(day, "MONTH_DAY_FORMAT") if day else ""
