"""The charter and its gate: no cohort opens before it says why and who answers for it."""

from dataclasses import dataclass

OBJECTIVES = (1, 5)  # the least and the most


@dataclass(frozen=True, slots=True)
class Charter:
    """What a programme promises.

    `objectives` are (text, measure) pairs. The people are private ids of the directory or None:
    `sponsor` answers for the purpose, `co_lead` is the junior co-lead, `answers_observations`
    answers what pairs tell leadership, `counsellor` receives concerns.
    """

    name: str
    purpose: str = ""
    driver: str = ""
    objectives: tuple[tuple[str, str], ...] = ()
    sponsor: int | None = None
    co_lead: int | None = None
    answers_observations: int | None = None
    counsellor: int | None = None


def missing(charter: Charter) -> tuple[str, ...]:
    """Return what keeps a cohort from opening, as codes in the order of the charter page.

    Codes: `purpose`, `driver`, `objectives`, `measures`, `sponsor`, `co-lead`,
    `answers-observations`, `counsellor`, `counsellor-apart` (the counsellor is also the sponsor).
    """
    found = []
    if not charter.purpose.strip():
        found.append("purpose")
    if not charter.driver.strip():
        found.append("driver")
    least, most = OBJECTIVES
    if not least <= len(charter.objectives) <= most:
        found.append("objectives")
    elif not all(text.strip() and measure.strip() for text, measure in charter.objectives):
        found.append("measures")
    people = {
        "sponsor": charter.sponsor,
        "co-lead": charter.co_lead,
        "answers-observations": charter.answers_observations,
        "counsellor": charter.counsellor,
    }
    found += [code for code, person in people.items() if person is None]
    # A concern about the programme must not land on the desk of whoever answers for it.
    if charter.counsellor is not None and charter.counsellor == charter.sponsor:
        found.append("counsellor-apart")
    return tuple(found)
