"""The video link of a meeting, from a text with `{id}` in it."""

from urllib.parse import urlsplit

PLACE = "{id}"


def fault(template: str) -> str | None:
    """Return what is wrong with a text for video links, as a code, None where nothing is.

    Codes: `scheme` (not https), `host` (no server named), `field` (a bracket other than `{id}`),
    `blank` (a space or control character).
    """
    if not template:
        return None
    if any(letter.isspace() or not letter.isprintable() for letter in template):
        return "blank"
    rest = template.replace(PLACE, "")
    if "{" in rest or "}" in rest:
        return "field"
    try:
        parts = urlsplit(rest)
    except ValueError:
        return "host"
    if parts.scheme != "https":
        return "scheme"
    return None if parts.hostname else "host"


def link(template: str, meeting: str) -> str:
    """Return the link of one meeting by its public id."""
    return template.replace(PLACE, meeting)
