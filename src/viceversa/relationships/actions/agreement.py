"""Writing an agreement together: begin, write a part anew, say yes to it, sign the whole."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.rules.folding import plain
from viceversa.relationships.actions.moving import move
from viceversa.relationships.choices import MeetingState, PartCode, RelationshipState
from viceversa.relationships.models import (
    Acceptance,
    Agreement,
    Member,
    Part,
    Relationship,
    Revision,
    Signature,
    Version,
)
from viceversa.relationships.queries.proposed_words import proposed_words
from viceversa.relationships.rules.numbering import fingerprint, number_of

LONGEST = 2000  # characters of one part: the whole still prints on one page


class UnableToAgree(UnableTo):
    """The agreement cannot be begun, written, accepted or signed like this."""


class PartChanged(UnableToAgree):
    """Somebody else changed the part after this person's page was drawn."""


def begin_agreement(*, member: Member, language: str, actor: Actor, now: datetime) -> Agreement:
    """Put down the proposed text, in one language, as version 1; once begun, return what is."""
    with transaction.atomic():
        relationship = _open_relationship(member)
        found = Agreement.objects.filter(relationship=relationship).first()
        if found:
            return found
        texts = proposed_words(relationship, language)
        agreement = Agreement.objects.create(
            relationship=relationship, language=language, begun_at=now
        )
        Part.objects.bulk_create(
            Part(agreement=agreement, code=code, position=position, text=texts[code])
            for position, code in enumerate(PartCode.values)
        )
        Version.objects.create(agreement=agreement, number=1, texts=texts, created_at=now)
        _record(Verb.AGREEMENT_BEGUN, member, actor, now)
    return agreement


def write_part(
    *, member: Member, code: str, text: str, edition: int, actor: Actor, now: datetime
) -> None:
    """Write a part anew, in the ink of `member` until everybody else has said yes.

    `edition` is that of the part on the writer's page: PartChanged where somebody was faster.
    Going back to the agreed words takes one's own changes back.
    """
    words = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not words:
        raise UnableToAgree(_("A part cannot be empty. Write at least a sentence."))
    if len(words) > LONGEST:
        raise UnableToAgree(
            _("A part has %(most)s characters at most, so that the agreement fits one page.")
            % {"most": LONGEST}
        )
    with transaction.atomic():
        part = _part(member, code, edition)
        waiting = list(part.revisions.filter(settled_at=None))
        if words == (waiting[-1].text if waiting else part.text):
            return
        if words == part.text and all(one.author_id == member.pk for one in waiting):
            part.revisions.filter(settled_at=None).delete()
        else:
            Revision.objects.create(part=part, author=member, text=words, at=now)
        _count_change(part)
        _record(Verb.AGREEMENT_CHANGED, member, actor, now)


def accept_part(*, member: Member, code: str, edition: int, actor: Actor, now: datetime) -> None:
    """Say yes to the words that wait in a part; they are agreed when the last one has."""
    with transaction.atomic():
        part = _part(member, code, edition)
        latest = part.revisions.filter(settled_at=None).last()
        if latest is None:
            raise UnableToAgree(_("Nothing waits for a yes in this part."))
        if latest.author_id == member.pk:
            raise UnableToAgree(_("These are your own words: the others say yes to them."))
        Acceptance.objects.get_or_create(revision=latest, member=member, defaults={"at": now})
        _settle(part, latest, _everybody(member.relationship_id), now)
        _record(Verb.AGREEMENT_ACCEPTED, member, actor, now)


def sign_agreement(
    *, member: Member, name: str, digest: str, actor: Actor, now: datetime
) -> Version:
    """Sign the words whose `rules.numbering.fingerprint` is `digest`, by typing one's name.

    The last signature puts the version in force, and brings an opened relationship to *agreed*.
    """
    with transaction.atomic():
        agreement = _locked(member)
        texts = _settled_texts(agreement)
        if fingerprint(texts) != digest:
            raise UnableToAgree(
                _("The text changed after your page was drawn. Read it again, then sign.")
            )
        if plain(name) != plain(member.person.name):
            raise UnableToAgree(
                _("To sign, type your name as it stands here: %(name)s.")
                % {"name": member.person.name}
            )
        version = _version_of(agreement, texts, now)
        if version.signatures.filter(member=member).exists():
            raise UnableToAgree(_("You have already signed this version."))
        Signature.objects.create(version=version, member=member, name=member.person.name, at=now)
        _record(Verb.AGREEMENT_SIGNED, member, actor, now, version=version.number)
        if _everybody(member.relationship_id) <= _signers(version):
            _put_in_force(version, actor, now)
    return version


def go_on_without(*, relationship: Relationship, actor: Actor, now: datetime) -> None:
    """Settle what waited only for somebody who has just left a circle: a yes, a signature."""
    agreement = Agreement.objects.select_for_update().filter(relationship=relationship).first()
    if agreement is None:
        return
    everybody = _everybody(relationship.pk)
    for part in agreement.parts.all():
        latest = part.revisions.filter(settled_at=None).last()
        if latest is not None:
            _settle(part, latest, everybody, now)
    latest_version = agreement.versions.last()
    if latest_version and not latest_version.in_force_at:
        signers = _signers(latest_version)
        if signers and everybody <= signers:
            _put_in_force(latest_version, actor, now)


def _settle(part: Part, latest: Revision, everybody: set[int], now: datetime) -> None:
    """Take over the latest words once everybody but their writer has said yes."""
    said_yes = set(latest.acceptances.values_list("member", flat=True))
    if everybody - {latest.author_id} <= said_yes:
        part.text = latest.text
        part.revisions.filter(settled_at=None).update(settled_at=now)
        _count_change(part)


def _signers(version: Version) -> set[int]:
    return set(version.signatures.values_list("member", flat=True))


def _put_in_force(version: Version, actor: Actor, now: datetime) -> None:
    version.in_force_at = now
    version.save(update_fields=["in_force_at"])
    relationship = version.agreement.relationship
    record(
        actor=actor,
        now=now,
        verb=Verb.AGREEMENT_IN_FORCE,
        subject=f"relationship:{relationship.public_id}",
        version=version.number,
    )
    if relationship.state == RelationshipState.OPENED:
        move(relationship=relationship, to=RelationshipState.AGREED, actor=actor, now=now)
        if relationship.meetings.filter(state=MeetingState.HELD).exists():  # they met before
            move(relationship=relationship, to=RelationshipState.ACTIVE, actor=actor, now=now)


def _settled_texts(agreement: Agreement) -> dict[str, str]:
    """Return the agreed words by part, refusing while any wait for a yes."""
    if Revision.objects.filter(part__agreement=agreement, settled_at=None).exists():
        raise UnableToAgree(_("Some words still wait for a yes. Sign when the text is settled."))
    return {part.code: part.text for part in agreement.parts.all()}


def _version_of(agreement: Agreement, texts: Mapping[str, str], now: datetime) -> Version:
    """Return the version that says just this, made where there is none yet."""
    latest = agreement.versions.last()
    assert latest is not None  # version 1 is the proposal
    number = number_of(texts, (latest.number, latest.texts), waiting=False)
    if number == latest.number:
        return latest
    return Version.objects.create(
        agreement=agreement, number=number, texts=dict(texts), created_at=now
    )


def _part(member: Member, code: str, edition: int) -> Part:
    """Return a part of the locked agreement if it is still the one on the page."""
    agreement = _locked(member)
    part = agreement.parts.filter(code=code).first()
    if part is None:
        raise UnableToAgree(_("The agreement has no such part."))
    if part.edition != edition:
        raise PartChanged(
            _(
                "Somebody changed this part after your page was drawn. Nothing of yours is lost: "
                "look at both texts, then save again."
            )
        )
    return part


def _locked(member: Member) -> Agreement:
    """Return the agreement, held against everybody else until the transaction ends."""
    _open_relationship(member)
    agreement = (
        Agreement.objects.select_for_update(of=("self",))
        .select_related("relationship")
        .filter(relationship=member.relationship_id)
        .first()
    )
    if agreement is None:
        raise UnableToAgree(_("The agreement has not been begun yet."))
    return agreement


def _open_relationship(member: Member) -> Relationship:
    """Return the relationship, locked; refuse where it has come to its end."""
    relationship = Relationship.objects.select_for_update().get(pk=member.relationship_id)
    if relationship.state == RelationshipState.CLOSED:
        raise UnableToAgree(_("This relationship has come to its end; its agreement rests."))
    return relationship


def _everybody(relationship: int) -> set[int]:
    """Return the keys of the members present."""
    return set(Member.objects.filter(relationship=relationship).values_list("pk", flat=True))


def _count_change(part: Part) -> None:
    part.edition += 1
    part.save(update_fields=["text", "edition"])


def _record(verb: Verb, member: Member, actor: Actor, now: datetime, **facts: int) -> None:
    subject = f"relationship:{member.relationship.public_id}"
    record(actor=actor, now=now, verb=verb, subject=subject, **facts)
