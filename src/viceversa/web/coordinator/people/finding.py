"""Finding the import or the problem that an address speaks of."""

from django.http import Http404

from viceversa.people.models import Import, ImportProblem
from viceversa.people.queries import imports


def import_or_404(public_id: str) -> Import:
    """Return the import without its file, or answer that there is none."""
    found = imports.by_public_id(public_id)
    if found is None:
        raise Http404
    return found


def problem_or_404(import_: Import, public_id: str) -> ImportProblem:
    """Return a problem of this import, or answer that there is none."""
    found = import_.problems.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found
