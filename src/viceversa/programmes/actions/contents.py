"""Writing the contents of enrolments in bulk: the rows behind `rules.details.Details`."""

from collections.abc import Mapping

from viceversa.programmes.choices import PreferenceKind, Role, WishKind
from viceversa.programmes.models import Enrolment, Preference, Topic, Wish
from viceversa.programmes.rules.details import Details

BATCH = 2_000
CHUNK = 10_000

KINDS: dict[str, tuple[WishKind, WishKind]] = {  # (first, back) of each role
    Role.MENTOR: (WishKind.OFFERS, WishKind.WANTS_BACK),
    Role.MENTEE: (WishKind.WANTS, WishKind.GIVES_BACK),
}


def apply_to_row(enrolment: Enrolment, details: Details) -> Enrolment:
    """Copy what an enrolment keeps in its own row; the caller saves it."""
    enrolment.minimum = details.minimum
    enrolment.maximum = details.maximum
    enrolment.availability = [list(window) for window in details.windows]
    enrolment.languages = list(details.languages)
    enrolment.waiting = details.waiting
    return enrolment


def write_contents(contents: Mapping[int, tuple[str, Details]], *, fresh: bool) -> None:
    """Write wishes and named people of enrolments, given by id with role and tidy details.

    What was there before is replaced; `fresh` says that nothing was, which saves the deletion.
    """
    ids = list(contents)
    if not fresh:
        for i in range(0, len(ids), CHUNK):
            Wish.objects.filter(enrolment__in=ids[i : i + CHUNK]).delete()
            Preference.objects.filter(enrolment__in=ids[i : i + CHUNK]).delete()
    topics = dict(Topic.objects.values_list("code", "id"))
    Wish.objects.bulk_create(
        [
            Wish(enrolment_id=id_, topic_id=topics[code], kind=kind, value=value)
            for id_, (role, details) in contents.items()
            for kind, wishes in zip(KINDS[role], (details.first, details.back), strict=True)
            for code, value in wishes
        ],
        batch_size=BATCH,
    )
    Preference.objects.bulk_create(
        [
            Preference(enrolment_id=id_, person_id=person, kind=kind)
            for id_, (_, details) in contents.items()
            for kind, people in (
                (PreferenceKind.PREFERS, details.prefers),
                (PreferenceKind.EXCLUDES, details.excludes),
                (PreferenceKind.PREVIOUS, details.previous),
            )
            for person in people
        ],
        batch_size=BATCH,
    )
