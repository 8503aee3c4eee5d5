"""Folding: the form of a word in which case, accents, spaces and hyphens do not count."""

import unicodedata

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i"})


def plain(text: str) -> str:
    """Return `text` in lower case, without accents, with single spaces: `Dall’Ò` is `dall'o`."""
    if text.isascii():
        return " ".join(text.lower().split())
    text = unicodedata.normalize("NFKD", text.casefold().translate(SPECIAL).translate(APOSTROPHES))
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).split())


def fold(text: str) -> str:
    """Return the letters and digits of `plain(text)` alone: `E-mail` and `e_mail` are `email`."""
    return "".join(c for c in plain(text) if c.isalnum())
