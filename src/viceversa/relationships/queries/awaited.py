"""What the agreements of one person wait for: to be begun, a yes to new words, a signature."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Exists, OuterRef

from viceversa.relationships.models import (
    Acceptance,
    Member,
    Part,
    Revision,
    Signature,
    Version,
)


def awaited(viewers: Sequence[Member]) -> dict[int, str]:
    """Return `begin`, `yes` or `sign` by the viewer's place, nothing for others; three queries."""
    places = [viewer.pk for viewer in viewers]
    relationships = [viewer.relationship_id for viewer in viewers]
    texts: dict[int, dict[str, str]] = {}
    parts = Part.objects.filter(agreement__relationship__in=relationships)
    for relationship, code, text in parts.values_list("agreement__relationship", "code", "text"):
        texts.setdefault(relationship, {})[code] = text
    said, kept = _said_yes(relationships, places), _kept(relationships, places)
    found = {
        viewer.pk: _step(
            texts[viewer.relationship_id],
            said.get(viewer.relationship_id, {}).values(),
            *kept[viewer.relationship_id],
        )
        if viewer.relationship_id in texts
        else "begin"
        for viewer in viewers
    }
    return {place: step for place, step in found.items() if step}


def _step(
    texts: Mapping[str, str], said: Collection[bool], kept: Mapping[str, str], signed: bool
) -> str:
    """Return what is waited for; `said` holds a yes or none yet for each part with new words."""
    if not all(said):
        return "yes"
    if said:
        return ""  # the others' turn
    return "" if signed and dict(texts) == dict(kept) else "sign"


def _said_yes(relationships: Sequence[int], places: Sequence[int]) -> dict[int, dict[int, bool]]:
    """Return by relationship and part whether the viewer agrees to the latest words that wait."""
    yes = Exists(Acceptance.objects.filter(revision=OuterRef("pk"), member__in=places))
    waiting = Revision.objects.filter(
        settled_at=None, part__agreement__relationship__in=relationships
    ).annotate(yes=yes)
    found: dict[int, dict[int, bool]] = {}
    rows = waiting.order_by("pk").values_list(
        "part__agreement__relationship", "part", "author", "yes"
    )
    for relationship, part, author, agreed in rows:
        found.setdefault(relationship, {})[part] = agreed or author in places
    return found


def _kept(
    relationships: Sequence[int], places: Sequence[int]
) -> dict[int, tuple[dict[str, str], bool]]:
    """Return by relationship the texts of the latest version, and whether the viewer signed it."""
    signed = Exists(Signature.objects.filter(version=OuterRef("pk"), member__in=places))
    versions = Version.objects.filter(agreement__relationship__in=relationships)
    rows = versions.annotate(signed=signed).order_by("number")
    return {
        relationship: (texts, done)
        for relationship, texts, done in rows.values_list(
            "agreement__relationship", "texts", "signed"
        )
    }
