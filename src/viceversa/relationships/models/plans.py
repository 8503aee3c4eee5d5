"""What two people prepare and keep: agenda, experiment, goal, takeaway, question."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import (
    AgendaState,
    ExperimentState,
    Gives,
    GoalState,
    ItemKind,
)
from viceversa.relationships.models.meeting import Meeting
from viceversa.relationships.models.relationship import Member, Relationship


class Agenda(Base):
    """What a meeting is about, proposed by the mentor; `empty → drafted → sent → approved`.

    `first_idea` and `second_idea` are the small experiments the mentee may choose from afterwards.
    `reminded_at` keeps the reminder of the 48 hours from going out twice.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="agenda")
    state = models.CharField(max_length=10, choices=AgendaState.choices, default=AgendaState.EMPTY)
    first_idea = models.TextField(blank=True)
    second_idea = models.TextField(blank=True)
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=AgendaState.values), name="relationships_agenda_state"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("empty", "drafted"), sent_at__isnull=True)
                | Q(state__in=("sent", "approved"), sent_at__isnull=False),
                name="relationships_agenda_sent_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(state=AgendaState.APPROVED, approved_at__isnull=False)
                | (~Q(state=AgendaState.APPROVED) & Q(approved_at__isnull=True)),
                name="relationships_agenda_approved_has_a_date",
            ),
        ]


class AgendaItem(models.Model):
    """A part of a meeting: minutes, who gives, what. `plan` is the code of the session plan.

    Only a plain item has a title of its own; what the mentee added has no minutes until the mentor
    gives it some.
    """

    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=ItemKind.choices, default=ItemKind.PLAIN)
    gives = models.CharField(max_length=6, choices=Gives.choices)
    minutes = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    plan = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="relationships_item_kind"
            ),
            models.CheckConstraint(
                condition=Q(gives__in=Gives.values), name="relationships_item_gives"
            ),
            models.CheckConstraint(
                condition=~Q(kind=ItemKind.PLAIN) | ~Q(title=""),
                name="relationships_plain_item_has_a_title",
            ),
            models.CheckConstraint(
                condition=Q(kind=ItemKind.ASKED, asked_by__isnull=False)
                | (~Q(kind=ItemKind.ASKED) & Q(asked_by__isnull=True, minutes__gte=1)),
                name="relationships_item_minutes_or_asker",
            ),
        ]


class Experiment(Base):
    """One small thing that `member` tries before the next meeting; at most one at a time.

    `meeting` is the one it came out of, `outcome` a sentence of what happened.
    """

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="experiments"
    )
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(
        max_length=10, choices=ExperimentState.choices, default=ExperimentState.CHOSEN
    )
    text = models.TextField()
    chosen_at = models.DateTimeField()
    remind_on = models.DateField(null=True)
    tried_at = models.DateTimeField(null=True)
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ["chosen_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ExperimentState.values),
                name="relationships_experiment_state",
            ),
            models.CheckConstraint(
                condition=Q(state=ExperimentState.TRIED, tried_at__isnull=False)
                | (~Q(state=ExperimentState.TRIED) & Q(tried_at__isnull=True, outcome="")),
                name="relationships_experiment_tried_has_a_date",
            ),
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(state=ExperimentState.CHOSEN),
                name="relationships_one_experiment_at_a_time",
            ),
        ]


class Goal(Base):
    """What one member wants to be able to do, and by which sign they will know."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="goals")
    owner = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=GoalState.choices, default=GoalState.OPEN)
    text = models.TextField()
    measure = models.TextField(blank=True)
    written_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["written_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=GoalState.OPEN, closed_at__isnull=True)
                | Q(state__in=("reached", "set-aside"), closed_at__isnull=False),
                name="relationships_closed_goal_has_a_date",
            )
        ]


class GoalStep(models.Model):
    """A step towards a goal, done or not."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "id"]


class Takeaway(models.Model):
    """What a member took away from a meeting; all members of the relationship read it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="takeaways")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-member__role", "member__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"], name="relationships_takeaway_once"
            )
        ]


class Question(Base):
    """What a mentor hopes to hear; answered in two lines, or promised for the next meeting.

    `closed_at` is when it was answered, or when the mentor asked something else.
    """

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="questions"
    )
    asked_by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    asked_at = models.DateTimeField()
    promised_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, closed_at__isnull=False)),
                name="relationships_answer_has_an_author",
            ),
            models.UniqueConstraint(
                fields=["asked_by"],
                condition=Q(closed_at__isnull=True),
                name="relationships_one_question_at_a_time",
            ),
        ]
