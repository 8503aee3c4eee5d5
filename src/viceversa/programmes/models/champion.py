"""Champion: a leader who agrees to be seen taking part, with words and a picture of their own."""

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

    @property
    def picture_name(self) -> str:
        """The name their picture is served under, empty without one; select it along."""
        picture: ChampionPicture | None = getattr(self, "picture", None)
        return picture.name if picture else ""


class ChampionPicture(models.Model):
    """A champion's picture as two WebP squares, gone with their words.

    It lies in the database, so that the backup of the words has the picture as well. `name` is made
    from the content and cannot be guessed.
    """

    champion = models.OneToOneField(Champion, on_delete=models.CASCADE, related_name="picture")
    name = models.CharField(max_length=64, unique=True)
    small = models.BinaryField()
    large = models.BinaryField()
