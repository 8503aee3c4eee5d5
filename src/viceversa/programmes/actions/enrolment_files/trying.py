"""The trial: a file compared with the cohort as if it were written, and its report kept."""

from viceversa.programmes.actions.enrolment_files.outcome import Progress, compare, read_file
from viceversa.programmes.choices import EnrolmentFileState as State
from viceversa.programmes.models import EnrolmentFile


def try_file(*, file: EnrolmentFile, progress: Progress | None = None) -> EnrolmentFile:
    """Keep what a file would change; may be repeated at will, and enrols nobody.

    Cut short at any moment it leaves the file to be tried. Discarded meanwhile, it keeps nothing.
    Raises `UnableToUseFile`.
    """
    file = EnrolmentFile.objects.select_related("cohort__programme").get(pk=file.pk)
    if file.state != State.READING:
        return file
    reading = read_file(file, progress)
    if progress:
        progress("comparing", 0, reading.count)
    _plan, report = compare(file.cohort, reading, file.answers)
    EnrolmentFile.objects.filter(pk=file.pk, state=State.READING).update(
        state=State.READ, report=report, progress={}
    )
    file.refresh_from_db(fields=["state", "report", "progress"])
    return file
