"""Nobody but the members reaches an agenda, an experiment, a goal; each only their own to change.

That no word of it reaches those who run the programme is tried in together/test_access.py.
"""

import pytest
from django.urls import reverse

from tests.factories.plans import prepare_and_keep
from tests.factories.relationships import Bond, a_bond
from viceversa.relationships.models import AgendaItem, Experiment, Goal, GoalStep, Question
from viceversa.web.participant.plans.urls import urlpatterns

pytestmark = pytest.mark.django_db
POSTED = {
    *("agenda-begin", "agenda-plan", "agenda-ideas", "agenda-send", "agenda-approve", "agenda-ask"),
    *("agenda-lift", "agenda-drop", "experiment-remind", "experiment-other", "answer-later"),
    *("goal-tick", "goal-close", "goal-reopen"),
}
# What one of the two cannot open, because it is the other’s own.
FOREIGN = ({"experiment-tell", "goal", "answer"}, set[str]())


@pytest.fixture
def bond() -> Bond:
    bond = a_bond()
    prepare_and_keep(bond)
    return bond


def pages(bond: Bond) -> dict[str, str]:
    """Return every address of preparing and keeping inside a relationship, by name."""
    values = {
        "public_id": bond.relationship.public_id,
        "meeting_id": bond.relationship.meetings.get(state="agreed").public_id,
        "item": AgendaItem.objects.filter(kind="plain").values_list("pk", flat=True)[0],
        "experiment_id": Experiment.objects.get().public_id,
        "goal_id": Goal.objects.get().public_id,
        "step": GoalStep.objects.get().pk,
        "question_id": Question.objects.get().public_id,
    }
    return {
        str(pattern.name): reverse(
            f"participant:{pattern.name}",
            kwargs={key: values[key] for key in pattern.pattern.converters},
        )
        for pattern in urlpatterns
        if "public_id" in pattern.pattern.converters
    }


def test_members_enter_everywhere_but_what_is_the_others_own(bond: Bond) -> None:
    wrong = []
    for index in (0, 1):
        client = bond.client(index)
        for name, path in pages(bond).items():
            reads = name not in POSTED
            expected = 405 if not reads else 404 if name in FOREIGN[index] else 200
            if index == 1 and name in ("agenda-add", "agenda-item"):
                expected = 302  # the mentor’s to write
            status = client.get(path).status_code
            if status != expected:
                wrong.append((index, name, status))
    assert wrong == []
