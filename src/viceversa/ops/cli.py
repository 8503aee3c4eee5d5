"""The command line: `viceversa …`."""

import os
import sys


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "viceversa.settings.base")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["viceversa", *sys.argv[2:]])
    return 0
