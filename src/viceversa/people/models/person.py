"""Person and Unit: what the organisation says about its people, without any sign-in."""

from django.db import models
from django.db.models.functions import Lower

from viceversa.kernel.models import Base
from viceversa.people.choices import PersonStatus


class Unit(Base):
    """A department. `path` is the whole way from the top, joined by ` > `."""

    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=1000, unique=True)

    def __str__(self) -> str:
        return self.path


class Person(Base):
    """Someone of the organisation, mentor or mentee or neither.

    `level` is seniority, higher is more senior, None where unknown. `manager_missing` says that a
    people file named a line manager who could not be found, or that the line ran in a circle: the
    reporting line then cannot be checked.
    `left_on` is the day on which the directory first said that they have left.
    `search_text` is the case- and accent-folded text that the list searches.
    """

    external_id = models.CharField(max_length=64, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    first_name = models.CharField(max_length=120)
    last_name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200, blank=True)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="people")
    site = models.CharField(max_length=120, blank=True, db_index=True)
    country = models.CharField(max_length=2, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    languages = models.JSONField(default=list)  # lower-case BCP 47 codes
    level = models.SmallIntegerField(null=True, db_index=True)
    grade = models.CharField(max_length=60, blank=True)  # as written in the file, before mapping
    hired_on = models.DateField(null=True)
    manager = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="reports"
    )
    manager_missing = models.BooleanField(default=False)
    status = models.CharField(
        max_length=10, choices=PersonStatus.choices, default=PersonStatus.ACTIVE, db_index=True
    )
    left_on = models.DateField(null=True)
    user = models.OneToOneField(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    search_text = models.TextField(blank=True)
    sort_name = models.CharField(max_length=250, blank=True)

    class Meta:
        # The list is sorted by each of these, the person's private key settling ties.
        indexes = [models.Index(fields=["sort_name", "id"], name="people_person_by_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["external_id"],
                condition=~models.Q(external_id=""),
                name="people_person_external_id_once",
            ),
            models.UniqueConstraint(
                Lower("email"), condition=~models.Q(email=""), name="people_person_email_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(external_id="") | ~models.Q(email=""),
                name="people_person_has_a_key",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=PersonStatus.values), name="people_person_status"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First name, then last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """Two letters for the monogram."""
        words = [self.first_name, self.last_name or self.first_name[1:]]
        return "".join(word[:1] for word in words).upper()
