"""A round's pairs and the people left out, as tables to take away."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from viceversa.matching.models import LeftOut, Proposal, Round
from viceversa.matching.queries.left_out import told
from viceversa.matching.queries.roster import person_key
from viceversa.matching.queries.telling import page_language
from viceversa.matching.rules import sheets
from viceversa.matching.rules.sheets import Cell
from viceversa.people.models import Person
from viceversa.programmes.models import Topic


def pairs_table(round: Round) -> tuple[list[str], list[Sequence[Cell]]]:
    """Return header and rows of the pairs, by mentee."""
    names = {topic.code: topic.name for topic in Topic.objects.all()}
    header = [
        _("Mentor number"), _("Mentor"), _("Mentor e-mail"), _("Mentor site"),
        _("Mentee number"), _("Mentee"), _("Mentee e-mail"), _("Mentee site"),
        _("Fit"), _("Mentor gives"), _("Mentee gives"), _("Pinned"),
    ]  # fmt: skip
    proposals = (
        Proposal.objects.filter(round=round)
        .select_related("mentor__person", "mentee__person")
        .order_by("mentee__person__sort_name", "mentee__person__first_name", "pk")
    )
    rows: list[Sequence[Cell]] = [
        [
            *_person(proposal.mentor.person),
            *_person(proposal.mentee.person),
            proposal.score,
            "; ".join(names.get(code, code) for code in proposal.exchange.get("mentor", ())),
            "; ".join(names.get(code, code) for code in proposal.exchange.get("mentee", ())),
            _("yes") if proposal.pinned else _("no"),
        ]
        for proposal in proposals
    ]
    return header, rows


def left_out_table(round: Round) -> tuple[list[str], list[Sequence[Cell]]]:
    """Return header and rows of the people left out, mentees first."""
    header = [
        _("Number"), _("Person"), _("E-mail"), _("Site"), _("Role"),
        _("In the way"), _("What would help"),
    ]  # fmt: skip
    people = list(
        LeftOut.objects.filter(round=round)
        .select_related("enrolment__person")
        .order_by("enrolment__role", "enrolment__person__sort_name", "pk")
    )
    rows: list[Sequence[Cell]] = [
        [
            *_person(each.enrolment.person),
            each.enrolment.get_role_display(),
            each.in_the_way,
            " ".join(each.would_help),
        ]
        for each in told(round, people)
    ]
    return header, rows


def written(
    title: str, table: tuple[list[str], list[Sequence[Cell]]], form: str, now: datetime
) -> bytes:
    """Return a table as `csv` or `xlsx`; numbers in CSV have the decimal sign of the language."""
    header, rows = table
    if form == "xlsx":
        return sheets.as_xlsx(title, header, rows, now)
    return sheets.as_csv(header, rows, "," if page_language() == "it" else ".")


def _person(person: Person) -> list[Cell]:
    return [
        person_key(person.external_id, person.email), person.name, person.email, person.site
    ]  # fmt: skip
