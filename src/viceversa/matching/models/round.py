"""Round: one run of matching over a cohort."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.matching.choices import RoundState


class Round(Base):
    """`prepared → solved → published | discarded`.

    `version` grows with every change, so that whoever acts on an older page is told. `job` is the
    token of the solving under way, empty when none is; a job whose token is no longer here stops
    and writes nothing. `progress` is what that job last said of itself. `failures` says why the
    last one found no answer: codes of `messages.FAILURES`. `saved_at` is when a coordinator put a
    solved round aside for later.
    """

    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.PREPARED)
    version = models.PositiveIntegerField(default=1)
    policy = models.JSONField(default=dict)
    job = models.CharField(max_length=24, blank=True)
    progress = models.JSONField(default=dict)
    failures = models.JSONField(default=list)
    note = models.TextField(blank=True)
    prepared_at = models.DateTimeField()
    solved_at = models.DateTimeField(null=True)
    saved_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    discarded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "number"], name="matching_round_number_once"),
            models.UniqueConstraint(
                fields=["cohort"],
                condition=Q(state__in=[RoundState.PREPARED, RoundState.SOLVED]),
                name="matching_round_one_open_a_cohort",
            ),
            models.CheckConstraint(
                condition=Q(state__in=RoundState.values), name="matching_round_state"
            ),
            models.CheckConstraint(
                condition=Q(state=RoundState.PUBLISHED, published_at__isnull=False)
                | (~Q(state=RoundState.PUBLISHED) & Q(published_at__isnull=True)),
                name="matching_published_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(job="") | Q(state__in=[RoundState.PREPARED, RoundState.SOLVED]),
                name="matching_only_open_rounds_are_solved",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether a coordinator may still change it."""
        return self.state in (RoundState.PREPARED, RoundState.SOLVED)
