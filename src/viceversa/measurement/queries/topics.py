"""Topics of the catalogue that follow from somebody’s own answers."""

from dataclasses import dataclass

from viceversa.measurement.queries.own import Sheet
from viceversa.measurement.rules.proposing import Proposed, Subject, to_learn, to_share
from viceversa.programmes.models import Enrolment, Topic
from viceversa.programmes.queries.details import details_of


@dataclass(frozen=True, slots=True)
class TopicProposed:
    """A topic with its words, and why it is proposed."""

    topic: Topic
    proposed: Proposed


@dataclass(frozen=True, slots=True)
class Proposals:
    """Topics to start from and topics to share that the profile does not name yet."""

    to_learn: list[TopicProposed]
    to_share: list[TopicProposed]


def proposals(enrolment: Enrolment, sheet: Sheet, curious: list[str]) -> Proposals:
    """Return what an author’s answers suggest for their profile in a cohort; three queries."""
    topics = list(
        Topic.objects.filter(retired=False).exclude(digcomp="").order_by("position", "pk")
    )
    called = {topic.code: topic for topic in topics}
    subjects = [Subject(topic.code, topic.digcomp) for topic in topics]
    details = details_of([enrolment])[enrolment.pk]
    held = {code for code, _value in (*details.first, *details.back)}
    learn = to_learn(subjects, sheet.met, curious, held)
    share = to_share(subjects, sheet.met, held)
    return Proposals(
        to_learn=[TopicProposed(called[each.code], each) for each in learn],
        to_share=[TopicProposed(called[each.code], each) for each in share],
    )
