"""The text that an agreement would start from, for one relationship."""

from django.db.models import Prefetch

from viceversa.people.models import Person
from viceversa.programmes.models import Topic
from viceversa.programmes.rules.timeline import RHYTHMS
from viceversa.relationships.choices import Format
from viceversa.relationships.models import Member, Relationship
from viceversa.relationships.rules.agreement_words import Facts, propose


def proposed_words(relationship: Relationship, language: str) -> dict[str, str]:
    """Return the words of every part by code: cohort preset, exchange, names and counsellor in."""
    loaded = (
        Relationship.objects.select_related("cohort__programme__counsellor")
        .prefetch_related(Prefetch("members", Member.objects.select_related("person")))
        .get(pk=relationship.pk)
    )
    members = list(loaded.members.all())
    rhythm = RHYTHMS[loaded.cohort.preset]
    counsellor: Person | None = loaded.cohort.programme.counsellor
    gives, returns = loaded.exchange.get("mentor", []), loaded.exchange.get("mentee", [])
    names = {
        topic.code: topic.name_it if language == "it" else topic.name_en
        for topic in Topic.objects.filter(code__in=[*gives, *returns])
    }
    facts = Facts(
        mentors=tuple(m.person.first_name for m in members if m.role == "mentor"),
        mentees=tuple(m.person.first_name for m in members if m.role == "mentee"),
        gives=tuple(names.get(code, code) for code in gives),
        returns=tuple(names.get(code, code) for code in returns),
        meetings=rhythm.meetings,
        months=rhythm.months,
        minutes=rhythm.minutes,
        counsellor=counsellor.name if counsellor else "",
        circle=loaded.format == Format.CIRCLE,
    )
    return propose(language, facts)
