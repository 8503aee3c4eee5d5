"""An agreement as one of its members reads it: inked words, who waits for whom, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch
from django.utils.translation import override

from viceversa.relationships.choices import PartCode, RelationshipState
from viceversa.relationships.models import (
    Acceptance,
    Agreement,
    Member,
    Part,
    Revision,
    Signature,
    Version,
)
from viceversa.relationships.rules.ink import ink
from viceversa.relationships.rules.numbering import fingerprint, number_of


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text; `kind` is kept, added or removed, `role` and `name` are its writer's."""

    text: str
    kind: str
    role: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What waits in a part: who wrote it last, who has not said yes yet."""

    author: Member
    at: datetime
    mine: bool
    waits_for_me: bool
    waits_for: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part on the page; `text` is the whole as it stands, with what waits."""

    code: str
    title: str
    text: str
    edition: int
    words: list[Words]
    change: Change | None


@dataclass(frozen=True, slots=True)
class Signatory:
    """A member with the latest signature they gave; `current` if it is under these words."""

    member: Member
    signature: Signature | None
    current: bool


@dataclass(frozen=True, slots=True)
class Document:
    """The agreement as `viewer` reads it; `digest` is what a signature is given to."""

    agreement: Agreement
    viewer: Member
    number: int
    parts: list[PartShown]
    signatories: list[Signatory]
    versions: list[Version]
    in_force: Version | None
    digest: str

    @property
    def waiting(self) -> list[PartShown]:
        """Parts with words that wait for a yes."""
        return [part for part in self.parts if part.change]

    @property
    def waiting_for_me(self) -> list[PartShown]:
        """Those whose next yes is the viewer's."""
        return [part for part in self.parts if part.change and part.change.waits_for_me]

    @property
    def draft(self) -> bool:
        """Tell whether these words are no kept version: changed since the latest."""
        return all(version.number != self.number for version in self.versions)

    @property
    def signed_by_me(self) -> bool:
        """Tell whether the viewer has signed these very words."""
        return any(s.current for s in self.signatories if s.member.pk == self.viewer.pk)

    @property
    def unsigned(self) -> list[Member]:
        """Members who have not signed these words."""
        return [s.member for s in self.signatories if not s.current]

    @property
    def may_sign(self) -> bool:
        """Tell whether the viewer can sign now."""
        over = self.viewer.relationship.state == RelationshipState.CLOSED
        return not over and not self.waiting and not self.signed_by_me


def document(viewer: Member) -> Document | None:
    """Return the agreement of the viewer's relationship, None before it is begun."""
    agreement = _load(viewer)
    if agreement is None:
        return None
    writers = list(
        Member.everybody.filter(relationship=viewer.relationship_id).select_related("person")
    )
    members = [member for member in writers if member.left_at is None]
    language = agreement.language
    parts = [_part(part, language, writers, viewer) for part in agreement.parts.all()]
    texts = {part.code: part.text for part in agreement.parts.all()}
    versions = list(agreement.versions.all())
    latest = versions[-1]
    number = number_of(
        texts, (latest.number, latest.texts), waiting=any(part.change for part in parts)
    )
    return Document(
        agreement=agreement,
        viewer=viewer,
        number=number,
        parts=parts,
        signatories=[_signatory(member, versions, number) for member in members],
        versions=versions[::-1],
        in_force=next((v for v in versions[::-1] if v.in_force_at), None),
        digest=fingerprint(texts),
    )


def version_texts(
    agreement: Agreement, number: int
) -> tuple[Version, list[tuple[str, str]]] | None:
    """Return a kept version with (title, words) of its parts; None where there is none."""
    version = (
        agreement.versions.filter(number=number)
        .prefetch_related(
            Prefetch("signatures", Signature.objects.select_related("member__person"))
        )
        .first()
    )
    if version is None:
        return None
    language = agreement.language
    return version, [(_title(code, language), version.texts[code]) for code in PartCode]


def _title(code: str, language: str) -> str:
    """Return the title of a part in the language of the document, whatever that of the page."""
    with override(language):
        return str(PartCode(code).label)


def _load(viewer: Member) -> Agreement | None:
    waiting = Revision.objects.filter(settled_at=None).prefetch_related(
        Prefetch("acceptances", Acceptance.objects.all())
    )
    return (
        Agreement.objects.filter(relationship=viewer.relationship_id)
        .prefetch_related(
            Prefetch("parts", Part.objects.all()),
            Prefetch("parts__revisions", waiting),
            Prefetch("versions", Version.objects.all()),
            "versions__signatures",
        )
        .first()
    )


def _part(part: Part, language: str, members: Sequence[Member], viewer: Member) -> PartShown:
    revisions = list(part.revisions.all())
    by_key = {member.pk: member for member in members}
    spans = ink(part.text, [(one.author_id, one.text) for one in revisions])
    return PartShown(
        code=part.code,
        title=_title(part.code, language),
        text=revisions[-1].text if revisions else part.text,
        edition=part.edition,
        words=[
            Words(span.text, span.kind, by_key[span.author].role, by_key[span.author].person.name)
            if span.author is not None
            else Words(span.text, span.kind)
            for span in spans
        ],
        change=_change(revisions[-1], by_key, viewer) if revisions else None,
    )


def _change(latest: Revision, members: dict[int, Member], viewer: Member) -> Change:
    said_yes = {latest.author_id, *(one.member_id for one in latest.acceptances.all())}
    waits_for = tuple(
        member for key, member in members.items() if key not in said_yes and not member.left_at
    )
    return Change(
        author=members[latest.author_id],
        at=latest.at,
        mine=latest.author_id == viewer.pk,
        waits_for_me=viewer.pk not in said_yes,
        waits_for=waits_for,
    )


def _signatory(member: Member, versions: Sequence[Version], number: int) -> Signatory:
    """Return a member's latest signature, under whichever version."""
    for version in reversed(versions):
        for signature in version.signatures.all():
            if signature.member_id == member.pk:
                signature.version = version
                return Signatory(member, signature, current=version.number == number)
    return Signatory(member, None, current=False)
