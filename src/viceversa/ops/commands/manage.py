"""Django's own commands, for developers: viceversa manage migrate, makemigrations, shell …"""

import os

from viceversa.ops import start


def run(words: list[str]) -> int:
    """Hand the words to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", start.SETTINGS)
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["viceversa manage", *words])
    except ImproperlyConfigured as error:
        raise start.CannotStart(str(error)) from error
    return 0
