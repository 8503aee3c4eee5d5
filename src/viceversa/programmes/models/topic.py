"""Topic: something to learn or to give back, from the catalogue."""

from django.db import models
from django.utils.translation import get_language

from viceversa.kernel.models import Base
from viceversa.programmes.choices import Rung


class Topic(Base):
    """A line of the catalogue, in two languages, with the DigComp competence it belongs to.

    Shipped topics follow the program from release to release; one whose words the organisation
    changed (`edited`) keeps them. Topics of the organisation itself are `own`.
    """

    code = models.SlugField(max_length=60, unique=True)
    rung = models.CharField(max_length=12, choices=Rung.choices)
    name_en = models.CharField(max_length=120)
    name_it = models.CharField(max_length=120)
    about_en = models.CharField(max_length=300, blank=True)
    about_it = models.CharField(max_length=300, blank=True)
    digcomp = models.CharField(max_length=5, blank=True)  # such as "2.4"
    aliases = models.JSONField(default=list)  # further names understood in a people file
    position = models.PositiveIntegerField(default=0)  # in the order of the shipped catalogue
    own = models.BooleanField(default=False)
    edited = models.BooleanField(default=False)
    retired = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rung__in=Rung.values), name="programmes_topic_rung"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.name_it if _italian() else self.name_en

    @property
    def about(self) -> str:
        """The sentence in the language of the page."""
        return self.about_it if _italian() else self.about_en


def _italian() -> bool:
    return (get_language() or "").startswith("it")
