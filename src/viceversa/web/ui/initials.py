"""Two letters for a monogram, from a name as it is written."""

# Words that belong to the family name after them: their letter begins it (Lucia De Luca → LD).
PARTICLES = frozenset(
    (
        *("da", "dal", "dalla", "dalle", "de", "dei", "del", "della", "delle", "degli", "di"),
        *("du", "el", "la", "le", "lo", "los", "al", "bin", "ben", "abu"),
        *("van", "von", "der", "den", "ten", "san", "santa", "st"),
    )
)


def initials(name: object) -> str:
    """Return the first letter of the first name and of the family name, in capitals.

    Without knowing where the family name begins, it is the last word, or the particle before it.
    """
    words = [word for word in str(name or "").replace("-", " ").split() if word[0].isalpha()]
    if not words:
        return ""
    if len(words) == 1:
        return words[0][:2].upper()
    family = len(words) - 1
    while family > 1 and words[family - 1].lower().rstrip("’'") in PARTICLES:
        family -= 1
    return (words[0][0] + words[family][0]).upper()
