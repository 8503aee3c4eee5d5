"""Places that are spoken for: by a relationship, or by the question a round has put to somebody."""

from collections import Counter

from viceversa.matching.choices import ProposalState, Said
from viceversa.matching.models import Ask
from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import Format
from viceversa.relationships.queries import open_places

GONE = (Said.NO, Said.SILENT)


def taken_places(cohort: Cohort) -> Counter[int]:
    """Return, by enrolment key, how many partners its person has or is being asked about.

    A request holds no place: many may ask the same person, and silence is not consent.
    """
    return open_places(cohort) + held_places(cohort)


def held_places(cohort: Cohort) -> Counter[int]:
    """Return, by enrolment key, how many partners open offers of rounds keep for its person."""
    asks = list(
        Ask.objects.filter(offer__cohort=cohort, offer__state=ProposalState.OFFERED)
        .exclude(offer__round=None)
        .exclude(said__in=GONE)
        .values_list("offer_id", "enrolment__role", "enrolment_id")
    )
    sizes = Counter((offer, role) for offer, role, _ in asks)
    held: Counter[int] = Counter()
    for offer, role, enrolment in asks:
        other = "mentee" if role == "mentor" else "mentor"
        held[enrolment] += sizes[offer, other]
    return held


def asked_together(cohort: Cohort) -> list[tuple[int, int]]:
    """Return the pairs (mentor, mentee person keys) a round has put forward and not opened.

    They are being asked, or it did not come about: the next round does not propose them again. A
    coordinator may still pin them. What was taken back counts for nothing.
    """
    rows = (
        Ask.objects.filter(offer__cohort=cohort, offer__taken_back=False)
        .exclude(offer__round=None)
        .exclude(offer__format=Format.CIRCLE)
        .exclude(offer__state=ProposalState.ACCEPTED)
        .values_list("offer_id", "enrolment__role", "enrolment__person_id")
    )
    mentors: dict[int, set[int]] = {}
    mentees: dict[int, set[int]] = {}
    for offer, role, person in rows:
        (mentors if role == "mentor" else mentees).setdefault(offer, set()).add(person)
    return [
        (mentor, mentee)
        for offer in sorted(mentors)
        for mentor in sorted(mentors[offer])
        for mentee in sorted(mentees.get(offer, ()))
    ]
