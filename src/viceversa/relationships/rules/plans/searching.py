"""Finding a session plan: by words, by rung, by what two people wanted to talk about."""

from collections.abc import Collection, Iterable

from viceversa.people.rules.folding import plain
from viceversa.relationships.rules.plans.library import FIRST, Plan, library


def find(words: str = "", rung: str = "", language: str = "en") -> list[Plan]:
    """Return the plans of a rung in which every word occurs, accents and case aside."""
    wanted = plain(words).split()
    return [
        plan
        for plan in library().values()
        if (not rung or plan.rung == rung) and _holds(plan, wanted, language)
    ]


def suggest(
    topics: Iterable[str], *, used: Collection[str] = (), rung: str = "", most: int = 3
) -> list[Plan]:
    """Return plans not used yet, those nearest to the topics first; kits are never suggested."""
    wanted = set(topics)
    fresh = [
        plan
        for plan in library().values()
        if plan.code not in used and (plan.rung == rung if rung else plan.rung != FIRST)
    ]
    return sorted(fresh, key=lambda plan: -len(wanted & {*plan.topics, *plan.gives_back}))[:most]


def _holds(plan: Plan, words: list[str], language: str) -> bool:
    if not words:
        return True
    parts = [text(language) for part in plan.parts for text in (part.title, part.text)]
    text = plain(" ".join([plan.title(language), plan.about(language), *parts]))
    return all(word in text for word in words)
