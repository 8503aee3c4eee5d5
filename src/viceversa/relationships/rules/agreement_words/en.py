"""The proposed agreement in English."""

from collections.abc import Sequence

from viceversa.relationships.rules.agreement_words.facts import Facts


def write(facts: Facts) -> dict[str, str]:
    """Return the words of every part by its code."""
    return {
        "purpose": _purpose(facts),
        "topics": _topics(facts),
        "rhythm": _rhythm(facts),
        "moving": (
            "Whoever has to move a meeting proposes three other times at once, if possible the day "
            "before. After two moves in a row we talk for a quarter of an hour anyway, by phone if "
            "need be. Whoever keeps a diary for one of us may move dates."
        ),
        "feedback": (
            "At the end of each meeting, a minute each: what I take away, what I would like to be "
            "different. We speak of what was done and said, not of the person. Interrupting with a "
            "question is welcome, whatever the grade; “I did not know that” needs no explanation."
        ),
        "confidentiality": (
            "What we say to each other stays with us; either side may ask for a thing not to be "
            "written down. Whoever coordinates sees dates and states, never content. Silence ends "
            "only where somebody is at risk of serious harm or the law obliges us, and then we "
            "tell each other first."
        ),
        "no-reprisal": (
            "Nothing of this enters anybody’s appraisal, pay or promotion, now or later, and "
            "nobody is asked to report on anybody. Disagreeing, saying no or raising a concern has "
            "no consequences at work."
        ),
        "ending": _ending(facts),
    }


def _purpose(facts: Facts) -> str:
    if facts.circle:
        return (
            "We learn from one another across units and seniority: those at home with new tools "
            "and habits share them, those who have decided and led for longer share how. "
            "Everybody gives and everybody receives."
        )
    mentors, mentees = _list(facts.mentors), _list(facts.mentees)
    return (
        f"So that {mentees} can use with their own hands, and judge for themselves, what "
        f"{mentors} can show; and so that {mentors} can see from close up how decisions are made "
        "and work is done elsewhere in the company. Both give and both receive."
    )


def _topics(facts: Facts) -> str:
    give = (
        _list([f"“{name}”" for name in facts.gives])
        or "what we choose together at the first meeting"
    )
    back = _topic_list(facts.returns) or "what we ask for at the first meeting"
    lead = "Everybody" if facts.circle else _list(facts.mentors)
    gives = "shares" if facts.circle or len(facts.mentors) == 1 else "share"
    return (
        f"In: {lead} {gives} {give}; in return comes {back}. We may add topics as we go. Out: "
        "colleagues by name, salaries, reorganisations under way, and whatever one of us would "
        "rather not talk about, without a reason."
    )


def _rhythm(facts: Facts) -> str:
    low, high = facts.minutes
    length = f"{low}" if low == high else f"{low} to {high}"
    every = "every week" if facts.weeks == 1 else f"about every {facts.weeks} weeks"
    office = "never in the office of one of us" if facts.circle else _office(facts)
    return (
        f"{facts.meetings} meetings of {length} minutes over {facts.months} months, {every}. In a "
        f"neutral place, {office}; by video when one of us is away. In between we write by "
        "company mail or chat, in working hours; nobody has to answer the same day."
    )


def _office(facts: Facts) -> str:
    owners = " or ".join(f"{name}’s" for name in facts.mentees)
    return f"never in {owners} office"


def _ending(facts: Facts) -> str:
    advice = (
        f"For confidential advice there is {facts.counsellor}, the trusted counsellor, outside our "
        "reporting lines."
        if facts.counsellor
        else "For confidential advice there is the trusted counsellor of the programme."
    )
    who = "Either of us" if facts.two else "Each of us"
    return (
        f"{who} may end this at any time, without giving a reason and without blame. {advice} At "
        "the last meeting we say thank you and decide whether to go on, to turn it round, or to "
        "part here."
    )


def _topic_list(topics: Sequence[str]) -> str:
    return _list([f"“{topic}”" for topic in topics])


def _list(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
