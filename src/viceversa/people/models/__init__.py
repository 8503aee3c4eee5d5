"""The tables of the directory."""

from viceversa.people.models.imports import Import
from viceversa.people.models.person import Person, Unit

__all__ = ["Import", "Person", "Unit"]
