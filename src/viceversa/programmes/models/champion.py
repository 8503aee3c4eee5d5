"""Champion: a leader who agrees to be seen taking part, with a sentence of their own."""

from django.db import models

from viceversa.kernel.models import Base
from viceversa.programmes.models.cohort import Cohort


class Champion(Base):
    """Who appears in a cohort, and what they say; gone as soon as they take it back.

    Coordinators approve nothing; `taken_down_at` is set where one took it off the pages, which
    outlives the words: without them the row only remembers that.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="champions")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    sentence = models.CharField(max_length=240, blank=True)
    shown_since = models.DateTimeField()
    taken_down_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["shown_since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "person"], name="programmes_champion_once_a_cohort"
            ),
            models.CheckConstraint(
                condition=~models.Q(sentence="") | models.Q(taken_down_at__isnull=False),
                name="programmes_champion_says_something",
            ),
        ]
