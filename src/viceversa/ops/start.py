"""Getting Django ready for a command, or saying in one sentence why it cannot be."""

import os

SETTINGS = "viceversa.settings.base"


class CannotStart(Exception):
    """The configuration or the machine stops the start; the text says what, and what to do."""


def django() -> None:
    """Read the settings and load the applications; calling it again does nothing.

    Raises CannotStart where a setting has a bad value.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django as framework
    from django.core.exceptions import ImproperlyConfigured

    try:
        framework.setup()
    except ImproperlyConfigured as error:
        raise CannotStart(str(error)) from error
