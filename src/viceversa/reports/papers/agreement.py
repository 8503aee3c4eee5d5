"""What the paper of an agreement says: its parts, its signatures, its version, in its language."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from viceversa.notifications.models import Postbox
from viceversa.relationships.models import Agreement, Member, Signature, Version
from viceversa.relationships.queries import one, version_texts


def agreement_facts(viewer: Member, number: int) -> tuple[dict[str, Any], datetime] | None:
    """Return the facts of a kept version and the date the paper bears; None where there is none."""
    agreement = Agreement.objects.filter(relationship=viewer.relationship_id).first()
    kept = version_texts(agreement, number) if agreement else None
    shown = one(viewer.relationship.public_id)
    if agreement is None or kept is None or shown is None:
        return None
    version, parts = kept
    cohort = viewer.relationship.cohort
    organisation = settings.ORGANISATION or _organisation()
    with override(agreement.language):
        facts = {
            "language": agreement.language,
            "title": _("Our agreement"),
            "author": shown.title,
            "organisation": organisation,
            "lede": f"{shown.title}. {cohort.programme.name}, {cohort.name}",
            "parts": [
                {"title": title, "paragraphs": [line for line in words.split("\n") if line.strip()]}
                for title, words in parts
            ],
            "signatures_title": _("Signatures"),
            "signatures": _signatures(version, [*shown.mentors, *shown.mentees]),
            "foot": _state(version),
        }
    return facts, version.in_force_at or version.created_at


def _signatures(version: Version, members: list[Member]) -> list[dict[str, str]]:
    """Return a line for each member present, and for whoever signed and has left since."""
    given: dict[int, Signature] = {one.member_id: one for one in version.signatures.all()}
    present = {member.pk for member in members}
    everybody = [*members, *(one.member for key, one in given.items() if key not in present)]
    return [
        {
            "role": member.role,
            "name": member.person.name,
            "signature": given[member.pk].name if member.pk in given else "",
            "when": f"{member.get_role_display()}, {_when(given.get(member.pk))}",
        }
        for member in everybody
    ]


def _when(signature: Signature | None) -> str:
    return _day(signature.at) if signature else _("not signed yet")


def _state(version: Version) -> str:
    if version.in_force_at:
        return _("Version %(number)s, signed by everybody on %(day)s") % {
            "number": version.number,
            "day": _day(version.in_force_at),
        }
    return _("Version %(number)s of %(day)s, not signed by everybody") % {
        "number": version.number,
        "day": _day(version.created_at),
    }


def _day(at: datetime) -> str:
    return date_format(timezone.localtime(at), "DATE_FORMAT")


def _organisation() -> str:
    return Postbox.objects.values_list("organisation", flat=True).first() or ""
