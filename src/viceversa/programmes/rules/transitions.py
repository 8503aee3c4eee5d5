"""Which state follows which: a cohort opens and closes once, an enrolment may come back."""

COHORT: dict[str, frozenset[str]] = {
    "draft": frozenset({"open"}),
    "open": frozenset({"closed"}),
    "closed": frozenset(),
}

# A coordinator's enrolment starts at `admitted`; an invitation starts at `invited`. Whoever
# withdrew comes back only by a new yes of theirs or by the coordinator's hand; an invitation that
# was taken back may be sent again.
ENROLMENT: dict[str, frozenset[str]] = {
    "invited": frozenset({"applied", "admitted", "withdrawn"}),
    "applied": frozenset({"admitted", "withdrawn"}),
    "admitted": frozenset({"withdrawn"}),
    "withdrawn": frozenset({"invited", "applied", "admitted"}),
}


def cohort_may(now: str, then: str) -> bool:
    """Tell whether a cohort may go from one state to another."""
    return then in COHORT[now]


def enrolment_may(now: str, then: str) -> bool:
    """Tell whether an enrolment may go from one state to another."""
    return then in ENROLMENT[now]
