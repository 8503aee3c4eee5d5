"""The letters to somebody invited or enrolled: each with a fresh personal link of its own."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from viceversa.accounts.models import User
from viceversa.kernel import links
from viceversa.notifications.actions import BadRecipient, Kind, Recipient, enqueue
from viceversa.people.models import Person
from viceversa.programmes.choices import EnrolmentState, LinkPurpose
from viceversa.programmes.models import Enrolment, Invitation, InvitationPlan, PersonalLink
from viceversa.programmes.rules import invitation as rules
from viceversa.programmes.rules.invitation_words import paragraphs, usual

ENTRANCE = "/i/{token}/"  # the one address that carries a token


def recipient_of(person: Person) -> Recipient | None:
    """Return whom to write to, or None where the directory holds no usable address.

    A language chosen in the person's account wins over those of the directory.
    """
    user = User.objects.filter(pk=person.user_id).first() if person.user_id else None
    chosen = user.language if user else ""
    try:
        return Recipient(
            key=f"person:{person.public_id}",
            email=person.email,
            name=person.name,
            language="it" if (chosen or rules.language_of(person.languages)) == "it" else "en",
            time_zone=person.time_zone or settings.ORGANISATION_TIME_ZONE,
        )
    except BadRecipient:
        return None


def issue_link(
    *, enrolment: Enrolment, purpose: LinkPurpose, expires_at: datetime, now: datetime
) -> str:
    """Make a link for one purpose and return its path; the token is not kept anywhere else."""
    token = links.issue(
        PersonalLink, enrolment=enrolment, purpose=purpose, expires_at=expires_at, now=now
    )
    return ENTRANCE.format(token=token)


def words_of(plan: InvitationPlan | None, enrolment_role: str, language: str, name: str) -> str:
    """Return the sponsor's letter to a role: the sponsor's own words, else the usual ones."""
    own = getattr(plan, f"{enrolment_role}_{language}") if plan else ""
    return own or usual(enrolment_role, language, name)


def send_invitation(
    *, invitation: Invitation, plan: InvitationPlan | None, reminder: bool, now: datetime
) -> None:
    """Write the invitation, or its reminder, with a link that holds for thirty days."""
    enrolment = invitation.enrolment
    recipient = recipient_of(enrolment.person)
    if recipient is None:
        return
    expires = now + rules.ANSWER_HOLDS
    invitation.expires_at, invitation.last_sent_at = expires, now
    programme = enrolment.cohort.programme
    words = words_of(plan, enrolment.role, recipient.language, programme.name)
    path = issue_link(enrolment=enrolment, purpose=LinkPurpose.ANSWER, expires_at=expires, now=now)
    enqueue(
        kind=Kind.INVITATION_REMINDER if reminder else Kind.INVITATION,
        recipient=recipient,
        context={
            "paragraphs": paragraphs(words),
            "sponsor": programme.sponsor.name if programme.sponsor else "",
            "sponsor_title": programme.sponsor.title if programme.sponsor else "",
            "programme": programme.name,
            "role": enrolment.role,
            "path": path,
            "until": expires,
        },
        about=f"enrolment:{enrolment.public_id}",
        now=now,
    )


def send_confirmation(*, enrolment: Enrolment, now: datetime) -> None:
    """Tell somebody that they have applied or are admitted, with a link to keep their place."""
    recipient = recipient_of(enrolment.person)
    if recipient is None:
        return
    cohort = enrolment.cohort
    ends = datetime.combine(cohort.ends_on, time(), ZoneInfo(recipient.time_zone))
    path = issue_link(
        enrolment=enrolment,
        purpose=LinkPurpose.PLACE,
        expires_at=max(ends, now) + rules.PLACE_HOLDS_AFTER_END,
        now=now,
    )
    enqueue(
        kind=Kind.ENROLMENT_CONFIRMED,
        recipient=recipient,
        context={
            "programme": cohort.programme.name,
            "cohort": cohort.name,
            "role": enrolment.role,
            "admitted": enrolment.state == EnrolmentState.ADMITTED,
            "matching_on": cohort.matching_on,
            "starts_on": cohort.starts_on,
            "path": path,
        },
        about=f"enrolment:{enrolment.public_id}",
        now=now,
    )


def revoke_links(*, enrolment: Enrolment, now: datetime, purpose: str = "") -> None:
    """End the links of an enrolment, all of them or those of one purpose."""
    mine = PersonalLink.objects.filter(enrolment=enrolment)
    links.revoke(mine.filter(purpose=purpose) if purpose else mine, now)
