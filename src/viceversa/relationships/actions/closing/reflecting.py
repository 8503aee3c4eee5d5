"""Looking back and saying thanks: words of a member, for themselves or for all of them."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import Kind
from viceversa.relationships.actions.closing.telling import locked, page, present, tell
from viceversa.relationships.choices import NoteScope, Prompt
from viceversa.relationships.models import Member, Reflection, Relationship, Thanks
from viceversa.relationships.rules.closing.times import takes_words

LONGEST_ANSWER = 2_000  # characters
LONGEST_THANKS = 2_000


class UnableToReflect(UnableTo):
    """The words are too many or none, or their time is over."""


@transaction.atomic
def write_reflection(
    *,
    member: Member,
    scope: NoteScope,
    answers: Mapping[str, str],
    actor: Actor,
    now: datetime,
) -> Reflection:
    """Keep a member's reflection, in place of an earlier one; a private one is sealed first.

    `answers` maps codes of `Prompt` to words; those left empty are left out.
    """
    said = {code: _tidy(answers.get(code, "")) for code in Prompt.values}
    said = {code: words for code, words in said.items() if words}
    if not said:
        raise UnableToReflect(
            _("Answer at least one of the three questions; a sentence is enough.")
        )
    if any(len(words) > LONGEST_ANSWER for words in said.values()):
        raise UnableToReflect(
            _("An answer has %(most)s characters at most.") % {"most": LONGEST_ANSWER}
        )
    _still_welcome(member, now)
    reflection = Reflection.objects.filter(author=member).first() or Reflection(author=member)
    reflection.scope, reflection.written_at = scope, now
    reflection.answers, reflection.sealed = said, ""
    if scope == NoteScope.PRIVATE:
        reflection.answers = {}
        reflection.seal(json.dumps(said))
    reflection.save()
    _record(Verb.REFLECTION_WRITTEN, member, actor, now)
    return reflection


@transaction.atomic
def send_thanks(*, member: Member, text: str, actor: Actor, now: datetime) -> Thanks:
    """Send a member's thanks to the others, by mail and on the page; once, and kept as sent."""
    words = _tidy(text)
    if not words:
        raise UnableToReflect(_("The thanks are empty. One sentence is enough."))
    if len(words) > LONGEST_THANKS:
        raise UnableToReflect(
            _("Thanks have %(most)s characters at most.") % {"most": LONGEST_THANKS}
        )
    relationship = _still_welcome(member, now)
    if Thanks.objects.filter(author=member).exists():
        raise UnableToReflect(_("Your thanks have been sent already."))
    thanks = Thanks.objects.create(author=member, text=words, sent_at=now)
    _record(Verb.THANKS_SENT, member, actor, now)
    members = present(relationship)
    tell(
        kind=Kind.THANKS,
        relationship=relationship,
        readers=[one for one in members if one.pk != member.pk],
        members=members,
        path=page(relationship, "close/"),
        now=now,
        author=member.person.name,
        paragraphs=[part for part in words.split("\n") if part.strip()],
    )
    return thanks


def _still_welcome(member: Member, now: datetime) -> Relationship:
    relationship = locked(member.relationship_id)
    if not takes_words(state=relationship.state, closed_at=relationship.closed_at, now=now):
        raise UnableToReflect(
            _("Reflections and thanks are written while a relationship comes to its end.")
        )
    return relationship


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _record(verb: Verb, member: Member, actor: Actor, now: datetime) -> None:
    record(actor=actor, now=now, verb=verb, subject=f"relationship:{member.relationship.public_id}")
