"""What an enrolment still lacks before matching can do its best for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """The facts completeness looks at; `first` and `back` are the two directions of the exchange.

    `first` is what a mentee wants or a mentor offers; `back` what a mentee gives back or a mentor
    would like in return. `level_known` and `manager_known` come from the directory.
    """

    first: bool
    back: bool
    availability: bool
    languages: bool
    level_known: bool
    manager_known: bool
    active: bool


def missing(profile: Profile) -> tuple[str, ...]:
    """Return what is missing as codes, what hinders matching most first.

    Codes: `inactive`, `topics`, `level`, `manager`, `exchange`, `languages`, `availability`.
    """
    present = {
        "inactive": profile.active,
        "topics": profile.first,
        "level": profile.level_known,
        "manager": profile.manager_known,
        "exchange": profile.back,
        "languages": profile.languages,
        "availability": profile.availability,
    }
    return tuple(code for code, there in present.items() if not there)
