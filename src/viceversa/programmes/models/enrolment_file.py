"""EnrolmentFile: a people file whose enrolment columns are on their way into a cohort."""

from django.db import models

from viceversa.kernel.models import Base
from viceversa.programmes.choices import EnrolmentFileState
from viceversa.programmes.models.cohort import Cohort


class EnrolmentFile(Base):
    """A file, how it is read, what was decided about its doubts, and what it would change.

    `options` is `people.rules.options.Options`; `answers` holds `{"topics": {text as written: topic
    code or ""}, "people": [names], "left_out": [lines]}`; `report` is the outcome of the trial;
    `progress` tells how far background work is, or why it broke off.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="enrolment_files")
    state = models.CharField(
        max_length=12, choices=EnrolmentFileState.choices, default=EnrolmentFileState.READING
    )
    file_name = models.CharField(max_length=255)
    content = models.BinaryField()
    options = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    uploaded_by = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=EnrolmentFileState.values),
                name="programmes_enrolment_file_state",
            )
        ]
