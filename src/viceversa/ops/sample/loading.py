"""Loads the invented company into an empty database, by the same actions that the pages call."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from viceversa.accounts.actions import create_user, mark_as_sample
from viceversa.accounts.choices import Part, Role
from viceversa.accounts.models import User
from viceversa.kernel.actor import OPERATOR, Actor
from viceversa.kernel.errors import UnableTo
from viceversa.matching.models import Round
from viceversa.notifications.actions import sign_as
from viceversa.ops.sample import (
    care,
    closing,
    directory,
    learning,
    letters,
    meetings,
    people,
    promises,
    scenario,
)
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.scenario import Scenario
from viceversa.ops.sample.shape import Language
from viceversa.ops.sample.story import Story
from viceversa.people.actions.sign_ins import link
from viceversa.people.models import Import, Person
from viceversa.programmes.models import Cohort, Enrolment, Programme
from viceversa.relationships.models import Relationship

# Who is entered for each part, and the roles of office they hold.
ENTRANCES: dict[Part, tuple[str, tuple[Role, ...]]] = {
    Part.COORDINATOR: ("Chiara Lorenzetti", (Role.COORDINATOR,)),
    Part.MENTEE: ("Francesca Dell’Orto", ()),
    Part.MENTOR: ("Nicolò Pavesi", ()),
    Part.DELEGATE: ("Marta Bellini", ()),
    Part.SPONSOR: ("Lucia Bonfanti", ()),
    Part.COUNSELLOR: ("Teresa Moroni", ()),
    Part.ADMINISTRATOR: ("Matteo Rinaldi", (Role.ADMINISTRATOR,)),
}

ORGANISATION = "Gruppo Altavalle"


class UnableToLoad(UnableTo):
    """The database is not empty."""


def is_empty() -> bool:
    """Tell whether nobody has used this database yet: no users, people or programmes."""
    return not any(model.objects.exists() for model in (User, Person, Import, Programme))


@transaction.atomic
def load(*, now: datetime, language: Language = "en", seed: str = people.SEED) -> dict[str, int]:
    """Load the company, counted back from `now`, and return how much there is of each noun.

    All in one transaction. Raises UnableToLoad where the database holds anything.
    """
    if not is_empty():
        raise UnableToLoad(
            _(
                "This database is already in use, so the sample company was not loaded. Set "
                "VICEVERSA_DATA to an empty folder, or VICEVERSA_DATABASE_URL to an empty database."
            )
        )
    with override(language):
        clock = Clockwork(now)
        employees = people.build(today=clock.today, language=language, seed=seed)
        plan = scenario.write(employees, today=clock.today, language=language, seed=seed)
        with letters.sent_long_ago(clock):
            sign_as(organisation=ORGANISATION)  # letters of the story bear it
            coordinator = _tell(plan, clock, language)
            _open_doors(plan, clock, coordinator)
    return counts()


def counts() -> dict[str, int]:
    """Return how much there is of each noun, for whoever asked for the load."""
    return {
        "people": Person.objects.count(),
        "programmes": Programme.objects.count(),
        "cohorts": Cohort.objects.count(),
        "enrolments": Enrolment.objects.count(),
        "rounds": Round.objects.count(),
        "relationships": Relationship.objects.count(),
    }


def _tell(plan: Scenario, clock: Clockwork, language: Language) -> Actor:
    """Let everything happen in the order of time; return the coordinator as an actor."""
    user = create_user(
        actor=OPERATOR,
        now=clock.at(plan.began_on, 8, 30),
        email="chiara.lorenzetti@altavalle.example",
        name="Chiara Lorenzetti",
        roles=ENTRANCES[Part.COORDINATOR][1],
    )
    coordinator = Actor(kind="user", name=user.name, user_id=user.pk)
    story = Story(plan, clock, language, coordinator)
    chapters = (story.finished, story.under_way, story.invites, story.proposes)
    for (day, staff), chapter in zip(plan.directory, chapters, strict=True):
        directory.bring_in(staff, day, clock, language, coordinator)
        chapter()
    meetings.tell(clock, language)
    closing.tell(clock, language)
    learning.tell(clock, language, coordinator)
    care.tell(clock, language, coordinator)
    promises.lately(clock, language)
    return coordinator


def _open_doors(plan: Scenario, clock: Clockwork, coordinator: Actor) -> None:
    """Create the users one may enter as, link them to their person, mark the instance."""
    entrances = {}
    for part, (name, roles) in ENTRANCES.items():
        person = Person.objects.get(external_id=plan.id_of(name))
        user = User.objects.filter(email=person.email).first() or create_user(
            actor=coordinator, now=clock.now, email=person.email, name=name, roles=roles
        )
        link(actor=coordinator, now=clock.now, person=person, user=user)
        entrances[part.value] = user
    mark_as_sample(actor=OPERATOR, now=clock.now, entrances=entrances, organisation=ORGANISATION)
