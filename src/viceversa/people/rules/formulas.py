"""Text that a spreadsheet would take for a formula, kept from it by an apostrophe, and back."""

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def harmless(text: str) -> str:
    """Return `text`, with an apostrophe before it where it would start a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(STARTS) else text


def as_meant(text: str) -> str:
    """Return `text` without the apostrophe that `harmless`, or a spreadsheet, put before it."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) != text[1:] else text
