"""Enrolment: a person's place in a cohort, in one role, with wishes and preferences."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from viceversa.kernel.models import Base
from viceversa.people.choices import PersonStatus
from viceversa.programmes.choices import EnrolmentState, Missing, PreferenceKind, Role, WishKind
from viceversa.programmes.models.cohort import Cohort
from viceversa.programmes.models.topic import Topic

FIRST = (WishKind.WANTS, WishKind.OFFERS)
BACK = (WishKind.GIVES_BACK, WishKind.WANTS_BACK)
LACKS: dict[str, Q] = {  # the same facts as `rules.completeness`, for the database
    Missing.INACTIVE: ~Q(person__status=PersonStatus.ACTIVE),
    Missing.TOPICS: Q(has_first=False),
    Missing.LEVEL: Q(person__level=None),
    Missing.MANAGER: Q(person__manager_missing=True),
    Missing.EXCHANGE: Q(has_back=False),
    Missing.LANGUAGES: Q(languages=[], person__languages=[]),
    Missing.AVAILABILITY: Q(availability=[]),
}


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    """Filters that several pages share."""

    def admitted(self) -> Self:
        """Keep those who are matched."""
        return self.filter(state=EnrolmentState.ADMITTED)

    def with_wishes_counted(self) -> Self:
        """Annotate `has_first` and `has_back`: is each direction of the exchange filled in?"""
        wishes = Wish.objects.filter(enrolment=OuterRef("pk"))
        return self.annotate(
            has_first=Exists(wishes.filter(kind__in=FIRST)),
            has_back=Exists(wishes.filter(kind__in=BACK)),
        )

    def lacking(self, code: str = "") -> Self:
        """Keep those who lack one thing, or anything at all when no code is given."""
        lack = LACKS[code] if code else Q()
        if not code:
            for each in LACKS.values():
                lack |= each
        return self.with_wishes_counted().filter(lack)


class Enrolment(Base):
    """`invited → applied → admitted → withdrawn`; only the admitted are matched.

    `minimum` and `maximum` bound the relationships the person takes in this role. `availability` is
    a list of weekly windows in the person's own zone, `[weekday 0-6, from minute, to minute]`,
    Monday first. `languages` empty means those of the directory. `waiting` counts rounds already
    waited.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="enrolments")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=Role.choices)
    state = models.CharField(
        max_length=10, choices=EnrolmentState.choices, default=EnrolmentState.ADMITTED
    )
    minimum = models.PositiveSmallIntegerField(default=0)
    maximum = models.PositiveSmallIntegerField(default=1)
    availability = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    style = models.FloatField(null=True)  # 0..1, ways of working, optional
    waiting = models.PositiveSmallIntegerField(default=0)
    enrolled_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "person", "role"], name="programmes_enrolment_once"
            ),
            models.CheckConstraint(
                condition=models.Q(minimum__lte=models.F("maximum")),
                name="programmes_enrolment_minimum_within_maximum",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=EnrolmentState.values),
                name="programmes_enrolment_state",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="programmes_enrolment_role"
            ),
        ]


class Wish(models.Model):
    """A topic an enrolment wants, offers, gives back or wants back.

    `value` is a weight 1 to 3 for wishes and a DigComp level 1 to 8 for offers.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="wishes")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=WishKind.choices)
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind", "topic"], name="programmes_wish_once"
            ),
            models.CheckConstraint(
                condition=models.Q(value__range=(1, 8)), name="programmes_wish_value"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=WishKind.values), name="programmes_wish_kind"
            ),
        ]


class Preference(models.Model):
    """A named person an enrolment prefers, excludes, or was paired with before."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="preferences")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=PreferenceKind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind", "person"], name="programmes_preference_once"
            )
        ]
