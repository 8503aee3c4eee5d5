"""Where the people can do something about a signal: an address without a host."""


def path_of(signal: str, relationship: str, about: str) -> str:
    """Return the page for a signal; `relationship` and `about` (a meeting) are public ids."""
    start = f"/together/{relationship}/"
    ends = {"agreement": "agreement/", "agenda": f"agenda/{about}/", "first-contact": ""}
    return start + ends.get(signal, "meetings/")
