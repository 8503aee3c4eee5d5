"""Papers that people take away as PDF: a letter to one member, an agreement with its signatures."""

from pathlib import Path

from viceversa.kernel.typesetting import typeset
from viceversa.relationships.models import Letter, Member
from viceversa.reports.papers.agreement import agreement_facts

HERE = Path(__file__).resolve().parent
FONTS = HERE / "fonts"


def letter_pdf(letter: Letter) -> bytes:
    """Return a letter as it was issued; the same bytes each time."""
    return typeset(HERE / "letter.typ", letter.facts, fonts=FONTS, at=letter.issued_at)


def agreement_pdf(viewer: Member, number: int) -> bytes | None:
    """Return a kept version of the viewer's agreement, None where there is none of that number."""
    found = agreement_facts(viewer, number)
    if found is None:
        return None
    facts, at = found
    return typeset(HERE / "agreement.typ", facts, fonts=FONTS, at=at)
