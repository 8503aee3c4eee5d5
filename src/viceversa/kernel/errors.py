"""Errors whose text is for people: what happened, where, what to do."""

from collections.abc import Sequence

from django.utils.functional import Promise


class UnableTo(Exception):
    """A verb could not be done for a reason the person can understand and act on.

    Subclasses are named after the verb (`UnableToPublish`) and live beside it. `message` is a
    translated sentence; `details` are further sentences, one a line on a page.
    """

    def __init__(self, message: str | Promise, details: Sequence[str | Promise] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.details = tuple(details)

    def __str__(self) -> str:
        return str(self.message)
