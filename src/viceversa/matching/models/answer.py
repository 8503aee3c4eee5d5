"""Answer: what one solving of a round found, with the question it answers."""

from django.db import models

from viceversa.kernel.models import Base
from viceversa.matching.models.round import Round


class Answer(Base):
    """A solved problem: the input as it was then, the pairs, the figures, the certificate.

    `problem` is compressed JSON (`rules.snapshot`): people, participants, policy, pins and bans, so
    that what the directory says later does not alter the proof. `certificate` is compressed JSON,
    too: it holds a price for everybody. `pairs` lists `[mentor enrolment, mentee enrolment, score]`
    for comparison with the next answer. The last two answers of a round are kept.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveIntegerField()
    job = models.CharField(max_length=24)
    policy = models.JSONField(default=dict)
    problem = models.BinaryField()
    certificate = models.BinaryField()
    figures = models.JSONField(default=dict)
    pairs = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    solved_at = models.DateTimeField()

    class Meta:
        ordering = ["round", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="matching_answer_number_once"),
            models.UniqueConstraint(fields=["round", "job"], name="matching_answer_job_once"),
        ]
