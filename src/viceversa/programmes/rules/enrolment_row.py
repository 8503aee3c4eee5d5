"""A row of the people file as enrolment reads it, and how it is laid over what is there."""

from dataclasses import dataclass, replace

from viceversa.programmes.rules.details import Details, Window, Wish

type Written = tuple[tuple[str, int | None], ...]  # topic as written, number as written


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, whom it means, what its matching columns say.

    `key` is the person's id or lower-case e-mail. None and empty mean that the row is silent.
    """

    line: int
    key: str
    name: str
    roles: tuple[str, ...] = ()
    wants: Written = ()
    offers: Written = ()
    gives_back: Written = ()
    wants_back: Written = ()
    capacity: int | None = None
    minimum: int | None = None
    availability: tuple[Window, ...] = ()
    languages: tuple[str, ...] = ()
    prefers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    waiting: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says for one role, with topics as codes and people as private ids."""

    first: tuple[Wish, ...] = ()
    back: tuple[Wish, ...] = ()
    windows: tuple[Window, ...] = ()
    languages: tuple[str, ...] = ()
    maximum: int | None = None
    minimum: int | None = None
    waiting: int | None = None
    prefers: tuple[int, ...] = ()
    excludes: tuple[int, ...] = ()
    previous: tuple[int, ...] = ()


def merged(before: Details, said: Said, directory_languages: tuple[str, ...]) -> Details:
    """Return the details after a row: what it says replaces, where it is silent nothing changes.

    Languages equal to those of the directory are not repeated in the enrolment.
    """
    languages = before.languages
    if said.languages:
        same = set(said.languages) == set(directory_languages)
        languages = () if same else said.languages
    return replace(
        before,
        first=said.first or before.first,
        back=said.back or before.back,
        windows=said.windows or before.windows,
        languages=languages,
        maximum=before.maximum if said.maximum is None else said.maximum,
        minimum=before.minimum if said.minimum is None else said.minimum,
        waiting=before.waiting if said.waiting is None else said.waiting,
        prefers=said.prefers or before.prefers,
        excludes=said.excludes or before.excludes,
        previous=said.previous or before.previous,
    )
