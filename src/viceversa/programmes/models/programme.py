"""Programme and its charter: purpose, driver, objectives and the people who answer for it."""

from django.db import models

from viceversa.kernel.models import Base


class Programme(Base):
    """The standing offer. A cohort cannot open until the charter is complete (`rules.charter`)."""

    name = models.CharField(max_length=160, unique=True)
    purpose = models.TextField(blank=True)
    driver = models.TextField(blank=True)  # the strategic reason behind the purpose
    sponsor = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    co_lead = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answers_observations = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    counsellor = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Objective(Base):
    """One measurable objective of the charter, one to five a programme."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="objectives")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    measure = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "position"], name="programmes_objective_position_once"
            ),
            models.CheckConstraint(
                condition=models.Q(position__range=(1, 5)), name="programmes_objective_one_to_five"
            ),
        ]
