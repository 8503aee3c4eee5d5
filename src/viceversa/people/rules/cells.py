"""One function a kind of cell: text in, value out, `Bad` where it cannot be."""

import re
from difflib import get_close_matches
from functools import lru_cache

from viceversa.people.rules.countries import country_code, country_names
from viceversa.people.rules.folding import fold, plain
from viceversa.people.rules.languages import language_code, language_names
from viceversa.people.rules.problems import Bad

SEVERAL = re.compile(r"[;|\r\n]+")
ADDRESS = re.compile(r"^[^@\s,;<>()\[\]\"]+@[^@\s,;<>()\[\]\"]+\.[^@\s.,;<>()\[\]\"]{2,}$")
ANGLED = re.compile(r"<([^<>\s]+@[^<>\s]+)>\s*$")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SCIENTIFIC = re.compile(r"^\d[.,]\d+E[+-]?\d+$", re.IGNORECASE)
SHEET_ERRORS = (
    "#N/A",
    "#N/D",
    "#REF!",
    "#RIF!",
    "#NAME?",
    "#NOME?",
    "#VALUE!",
    "#VALORE!",
    "#DIV/0!",
)
LIMITS = {
    "id": 64, "email": 254, "first_name": 120, "last_name": 120, "name": 240, "title": 200,
    "site": 120, "manager": 254,
}  # fmt: skip
STATUSES = {
    "active": ("active", "attivo", "attiva", "inforza", "employed", "a"),
    "leave": ("leave", "onleave", "assente", "aspettativa", "inaspettativa", "congedo"),
    "left": ("left", "cessato", "cessata", "uscito", "uscita", "terminated", "inactive"),
}
PARTICLES = frozenset(
    ("de", "di", "del", "dei", "della", "dello", "delle", "degli", "da", "dal", "dalla", "dall'")
    + ("d'", "la", "lo", "li", "le", "van", "von", "der", "den", "ten", "el", "al", "bin", "ben")
    + ("dos", "das", "do", "du", "des", "san", "mc", "mac")
)


def several(text: str) -> list[str]:
    """Return the non-empty parts of a cell that holds several values."""
    return [part.strip() for part in SEVERAL.split(text) if part.strip()]


def check_text(column: str, text: str) -> str:
    """Return `text`, or raise Bad where it is too long, damaged, or a spreadsheet's error."""
    limit = LIMITS.get(column)
    if limit is not None and len(text) > limit:
        raise Bad("too-long", limit=limit, length=len(text))
    if text.startswith("#") and text.upper() in SHEET_ERRORS:
        raise Bad("sheet-error")
    if match := CONTROL.search(text):
        raise Bad("control-character", mark=match.span(), fix=_printable(text))
    return text


def identifier(text: str) -> str:
    """Return the organisation's key, as text; raises Bad where a spreadsheet has shortened it."""
    if SCIENTIFIC.match(text):
        raise Bad("shortened-number")
    return text


def email(text: str) -> str:
    """Return the address in lower case; a slip that has one sensible reading becomes the fix."""
    if ADDRESS.match(text):
        return text.lower()
    if match := ANGLED.search(text):
        raise Bad("bad-email", fix=match[1].lower())
    at = next((found.start() for found in re.finditer(r"[,;:\s]", text)), None)
    mended = re.sub(r"\s+", "", text).replace(",", ".").replace(";", ".").replace("..", ".")
    mended = re.sub(r"^mailto:", "", mended, flags=re.IGNORECASE).lower()
    code = "email-comma" if at is not None and text[at] in ",;" else "bad-email"
    good = ADDRESS.match(mended) is not None
    raise Bad(code, fix=mended if good else None, mark=(at, at + 1) if at is not None else None)


def damaged(text: str) -> Bad | None:
    """Return the trouble of a name in which a letter was lost on its way through some system."""
    marks = [at for at, char in enumerate(text) if char == "\ufffd" or _lost(text, at)]
    if marks:
        return Bad("damaged-letter", mark=(marks[0], marks[0] + 1))
    if any(char in text for char in "ÃÂâ"):
        try:
            mended = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return None
        return Bad("twice-encoded", fix=mended)
    return None


def _lost(text: str, at: int) -> bool:
    return text[at] == "?" and at > 0 and text[at - 1].isalpha()


def _printable(text: str) -> str:
    return CONTROL.sub("", text).strip()


def country(text: str) -> str:
    """Return the ISO 3166 code."""
    code = country_code(text)
    if code is None:
        raise Bad("unknown-country", fix=country_code(_near(fold(text), country_names()) or ""))
    return code


def languages(text: str) -> tuple[str, ...]:
    """Return BCP 47 codes, each once, in the order written."""
    codes: list[str] = []
    for part in re.split(r"[;|,/\r\n]+", text):
        if not part.strip():
            continue
        code = language_code(part)
        if code is None:
            near = language_code(_near(fold(part), language_names()) or "")
            raise Bad(
                "unknown-language",
                language=part.strip(),
                fix=text.replace(part.strip(), near) if near else None,
            )
        codes.append(code)
    return tuple(dict.fromkeys(codes))


def time_zone(text: str, default: str) -> str:
    """Return the IANA zone; an unknown one is a warning, and the organisation's is used."""
    zones = _zones()
    if text in zones:
        return text
    near = get_close_matches(text.replace(" ", "_"), zones, n=1, cutoff=0.8)
    folded = [zone for zone in zones if fold(zone.rpartition("/")[2]) == fold(text)]
    fix = near[0] if near else folded[0] if folded else None
    raise Bad("unknown-time-zone", warning=True, instead="", fix=fix, default=default)


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


def status(text: str) -> str:
    """Return `active`, `leave` or `left`."""
    word = fold(text)
    for value, words in STATUSES.items():
        if word in words:
            return value
    raise Bad("unknown-status")


def unit(text: str) -> tuple[str, ...]:
    """Return the path of the unit from the top."""
    separator = ">" if ">" in text else "/"
    path = tuple(" ".join(part.split()) for part in text.split(separator) if part.strip())
    if any(len(part) > 200 for part in path) or len(" > ".join(path)) > 1000:
        raise Bad("too-long", limit=200, length=max(map(len, path)))
    return path


def whole(text: str, least: int, most: int, code: str) -> int:
    """Return a whole number within bounds."""
    match = re.fullmatch(r"([+-]?\d{1,9})(?:[.,]0+)?", text)
    if match is None or not least <= int(match[1]) <= most:
        raise Bad(code, least=least, most=most)
    return int(match[1])


def names(text: str) -> tuple[str, str]:
    """Return first and last name of a name in one cell: `Rossi, Anna` or `Anna De Rossi`.

    Without a comma the last name begins at the first particle after the first word, else it is the
    last word.
    """
    if "," in text:
        last, _, first = text.partition(",")
        return first.strip(), last.strip()
    words = text.split()
    for at in range(1, len(words) - 1):
        if plain(words[at]) in PARTICLES:
            return " ".join(words[:at]), " ".join(words[at:])
    return " ".join(words[:-1]) or text, words[-1] if len(words) > 1 else ""


def _near(word: str, known: tuple[str, ...]) -> str | None:
    found = get_close_matches(word, [name for name in known if len(name) > 3], n=1, cutoff=0.8)
    return found[0] if found else None
