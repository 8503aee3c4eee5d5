"""The two derived texts of a person: what the list searches and what it sorts by."""

from viceversa.people.rules.folding import plain


def search_text(first: str, last: str, email: str, external_id: str, title: str) -> str:
    """Return the folded text in which a search finds a person by name, key or job title."""
    return plain(" ".join((first, last, first, email, external_id, title)))


def sort_name(first: str, last: str) -> str:
    """Return the folded name, last name first, at most 250 characters."""
    return plain(f"{last} {first}")[:250]
