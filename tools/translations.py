"""Keeps the Italian translation whole, without needing gettext on the machine.

    python tools/translations.py compile       make the .mo that Django reads
    python tools/translations.py check         fail on untranslated, fuzzy, stale texts
    python tools/translations.py sync AREA     add the missing texts of an area to its file

The Italian texts live in src/viceversa/locale/it/AREA.po, one file for each part of the product.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "viceversa"
LOCALE = SOURCE / "locale" / "it"
COMPILED = LOCALE / "LC_MESSAGES" / "django.mo"

# Which file holds the texts of which folder: the first prefix that fits.
AREAS = (
    (
        "meetings",
        (
            "integrations/",
            "notifications/templates/notifications/meeting-",
            "notifications/templates/notifications/meeting_",
            "notifications/templates/notifications/delegate-",
            "relationships/actions/meetings/",
            "relationships/actions/delegating",
            "relationships/messages/meetings",
            "relationships/queries/meetings/",
            "web/coordinator/programmes/views/meeting_places.py",
            "web/participant/meetings/",
            "web/tapped/",
            "web/templates/coordinator/programmes/meeting_places.html",
            "web/templates/participant/meetings/",
            "web/templates/tapped/",
            "web/templates/ui/meeting.html",
            "web/templates/ui/slots.html",
            "web/ui/components/meetings.py",
        ),
    ),
    (
        "plans",
        (
            "notifications/templates/notifications/agenda-",
            "notifications/templates/notifications/experiment-",
            "relationships/actions/plans/",
            "relationships/queries/plans/",
            "reports/home",
            "web/participant/plans/",
            "relationships/messages/plans",
            "web/participant/helping.py",
            "web/participant/views.py",
            "web/participant/words.py",
            "web/ui/components/plans.py",
            "web/templates/participant/plans/",
            "web/templates/participant/home",
        ),
    ),
    (
        "consent",
        (
            "matching/actions/offers/",
            "matching/actions/requests/",
            "matching/queries/offers/",
            "notifications/templates/notifications/proposal-",
            "notifications/templates/notifications/request-",
            "web/offered/",
            "web/templates/offered/",
            "web/participant/partners/",
            "web/templates/participant/partners/",
        ),
    ),
    (
        "learning",
        (
            "measurement/",
            "notifications/templates/notifications/briefing-",
            "notifications/templates/notifications/self-check-",
            "notifications/templates/notifications/supervision-",
            "programmes/actions/briefing",
            "programmes/actions/supervision",
            "programmes/queries/briefing",
            "programmes/queries/supervision",
            "web/participant/preparing/",
            "web/templates/participant/preparing/",
            "web/coordinator/supervision/",
            "web/templates/coordinator/supervision/",
        ),
    ),
    (
        "care",
        (
            "notifications/templates/notifications/concern-",
            "notifications/templates/notifications/nudge",
            "notifications/templates/notifications/partner-left",
            "relationships/actions/care/",
            "relationships/actions/momentum/",
            "relationships/messages/momentum",
            "relationships/queries/care/",
            "relationships/queries/momentum/",
            "web/participant/care/",
            "web/templates/participant/care/",
            "web/coordinator/momentum/",
            "web/templates/coordinator/momentum/",
        ),
    ),
    (
        "closing",
        (
            "notifications/templates/notifications/closing-",
            "notifications/templates/notifications/conversation-",
            "notifications/templates/notifications/thanks",
            "relationships/actions/closing/",
            "relationships/actions/conversation",
            "relationships/messages/letter",
            "relationships/queries/closing/",
            "relationships/queries/conversation",
            "reports/papers/",
            "programmes/actions/champions",
            "web/coordinator/endings/",
            "web/templates/coordinator/endings/",
            "web/public/letters",
            "web/templates/public/letter",
            "web/participant/closing/",
            "web/participant/conversation/",
            "web/templates/participant/closing/",
            "web/templates/participant/conversation/",
        ),
    ),
    (
        "together",
        (
            "relationships/actions/agreement.py",
            "relationships/actions/notes.py",
            "web/participant/together/",
            "web/templates/participant/together/",
        ),
    ),
    (
        "invitations",
        (
            "notifications/templates/notifications/invitation",
            "notifications/templates/notifications/enrolment-confirmed",
            "programmes/actions/invitation",
            "programmes/actions/profile",
            "web/invited/",
            "web/templates/invited/",
            "web/coordinator/programmes/invitations",
            "web/templates/coordinator/programmes/invitations",
        ),
    ),
    ("people", ("people/", "web/coordinator/people/", "web/templates/coordinator/people/")),
    (
        "programmes",
        ("programmes/", "web/coordinator/programmes/", "web/templates/coordinator/programmes/"),
    ),
    (
        "rounds",
        (
            "matching/",
            "relationships/",
            "web/coordinator/rounds/",
            "web/coordinator/relationships/",
            "web/templates/coordinator/rounds/",
            "web/templates/coordinator/relationships/",
        ),
    ),
    (
        "notifications",
        (
            "notifications/",
            "web/coordinator/messages/",
            "web/account/notifications.py",
            "web/public/unsubscribe.py",
            "web/templates/ui/letter.html",
            "web/templates/coordinator/messages/",
            "web/templates/account/notifications.html",
            "web/templates/public/unsubscribe.html",
        ),
    ),
    ("sample", ("ops/sample/", "ops/commands/sample")),
    (
        "accounts",
        (
            "accounts/",
            "access/",
            "audit/",
            "kernel/",
            "settings/",
            "ops/",
            "web/account/",
            "web/coordinator/audit/",
            "web/coordinator/users/",
            "web/public/",
            "web/guards.py",
            "web/middleware/",
            "web/templates/account/",
            "web/templates/coordinator/audit/",
            "web/templates/coordinator/users/",
            "web/templates/public/",
            "web/templates/mfa/",
            "web/templates/429.html",
            "web/templates/participant/",
            "web/participant/",
            "reports/",
            "web/templates/allauth/",
        ),
    ),
    ("ui", ("web/",)),
)
FUNCTIONS = {
    "gettext": (1,), "gettext_lazy": (1,), "gettext_noop": (1,), "_": (1,),
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip

type Key = tuple[str | None, str, str | None]  # context, text, plural


def area_of(path: Path) -> str | None:
    """Return the area whose file holds the texts of `path`."""
    name = path.relative_to(SOURCE).as_posix()
    return next((area for area, prefixes in AREAS if name.startswith(prefixes)), None)


def texts(path: Path) -> Iterator[Key]:
    """Yield every text that `path` marks for translation."""
    from babel.messages.extract import extract

    if path.suffix == ".py":
        with path.open("rb") as file:
            for _line, found, _comments, context in extract("python", file, FUNCTIONS):
                yield _key(found, context)
        return
    yield from template_texts(path.read_text(encoding="utf-8"))


def _key(found: object, context: str | None) -> Key:
    if isinstance(found, tuple):
        parts = [part for part in found if part is not None]
        if context is not None and len(parts) > 1 and parts[0] == context:
            parts = parts[1:]
        return context, parts[0], parts[1] if len(parts) > 1 else None
    return context, str(found), None


def template_texts(source: str) -> Iterator[Key]:
    """Yield the texts of a Django template, through Django's own reading of it."""
    from django.utils.translation.template import templatize

    call = re.compile(
        r"\b(p?n?gettext|npgettext|pgettext|_)\((?P<args>(?:\s*u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\s*,?)+)"
    )
    string = re.compile(r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", re.S)
    for match in call.finditer(templatize(source)):
        name = match[1]
        args = [ast.literal_eval(found[1]) for found in string.finditer(match["args"])]
        context = args.pop(0) if "p" in name.replace("gettext", "") else None
        # Django reads "%%" of a trans tag as written; blocktrans doubles a single per cent sign.
        plural = args[1] if "n" in name.replace("gettext", "") else None
        yield context, args[0], plural


def wanted() -> dict[Key, set[str]]:
    """Return every text of the product, with the areas that use it."""
    found: dict[Key, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        area = area_of(path)
        for key in texts(path):
            if area and key[1]:
                found[key].add(area)
    return found


def key_of(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, entry.msgid_plural or None


def translated() -> dict[Key, list[tuple[str, polib.POEntry]]]:
    """Return the Italian of every area, by text."""
    found: dict[Key, list[tuple[str, polib.POEntry]]] = defaultdict(list)
    for path in sorted(LOCALE.glob("*.po")):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete:
                found[key_of(entry)].append((path.stem, entry))
    return found


def faults() -> Iterator[str]:
    """Yield a sentence for everything that is not in order."""
    need, have = wanted(), translated()
    for key, areas in sorted(need.items(), key=lambda item: (sorted(item[1]), item[0][1])):
        entries = have.get(key, [])
        if not any(entry.translated() and "fuzzy" not in entry.flags for _, entry in entries):
            yield f"{'/'.join(sorted(areas))}: not translated: {key[1]!r}"
    for key, found in have.items():
        if key not in need:
            yield f"{found[0][0]}: no longer used: {key[1]!r}"
        answers = {entry.msgstr or str(entry.msgstr_plural) for _, entry in found}
        if len(answers) > 1:
            yield f"{'/'.join(area for area, _ in found)}: translated differently: {key[1]!r}"
        yield from (
            f"{area}: the placeholders differ: {key[1]!r}"
            for area, entry in found
            if entry.translated() and not _same_placeholders(entry)
        )


def _same_placeholders(entry: polib.POEntry) -> bool:
    holders = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
    ours = [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())
    source = set(holders.findall(entry.msgid + (entry.msgid_plural or "")))
    return all(set(holders.findall(text)) <= source for text in ours) and any(
        set(holders.findall(text)) == source for text in ours
    )


def compile_all() -> None:
    """Write the .mo from every area; the first area that translates a text wins."""
    merged = polib.POFile()
    merged.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Language": "it",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    seen = set()
    for path in sorted(LOCALE.glob("*.po")):
        for entry in polib.pofile(str(path)):
            if entry.translated() and "fuzzy" not in entry.flags and key_of(entry) not in seen:
                seen.add(key_of(entry))
                merged.append(entry)
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    data = merged.to_binary()
    if not COMPILED.exists() or COMPILED.read_bytes() != data:
        COMPILED.write_bytes(data)


def sync(area: str) -> int:
    """Add the missing texts of `area` to its file; return how many."""
    path = LOCALE / f"{area}.po"
    if path.exists():
        book = polib.pofile(str(path), wrapwidth=100)
    else:
        book = polib.POFile(wrapwidth=100)
        book.metadata = {
            "Content-Type": "text/plain; charset=UTF-8",
            "Language": "it",
            "Plural-Forms": "nplurals=2; plural=(n != 1);",
        }
    have = translated()
    mine = {key_of(entry) for entry in book}
    missing = [key for key, areas in wanted().items() if area in areas and key not in have]
    for context, text, plural in missing:
        if (context, text, plural) in mine:
            continue
        entry = polib.POEntry(msgctxt=context, msgid=text)
        if plural:
            entry.msgid_plural = plural
            entry.msgstr_plural = {0: "", 1: ""}
        book.append(entry)
    book.save(str(path))
    return len(missing)


def main(arguments: list[str]) -> int:
    """Carry out one of the three commands of the module's text."""
    match arguments:
        case ["compile"]:
            compile_all()
            return 0
        case ["sync", area] if area in {name for name, _ in AREAS}:
            print(f"{sync(area)} texts added to {area}.po")
            return 0
        case ["check"]:
            found = list(faults())
            print("\n".join(found) or "The Italian translation is whole.")
            return 1 if found else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
