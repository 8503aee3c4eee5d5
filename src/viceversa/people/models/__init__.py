"""The tables of the directory."""

from viceversa.people.models.imports import (
    Directory,
    Import,
    ImportChange,
    ImportProblem,
    directory_written,
)
from viceversa.people.models.person import Person, Unit

__all__ = [
    "Directory",
    "Import",
    "ImportChange",
    "ImportProblem",
    "Person",
    "Unit",
    "directory_written",
]
