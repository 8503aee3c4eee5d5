"""Letters and agreements as PDF: whose they are, what they say, and that words stay words."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from tests.factories.endings import LATER, active, closing, fresh, held
from tests.factories.relationships import a_bond
from viceversa.audit.models import Line
from viceversa.kernel.typesetting import UnableToTypeset, typeset
from viceversa.relationships.actions.closing import UnableToIssue, issue_letter
from viceversa.relationships.models import Letter
from viceversa.relationships.queries.closing import letter_by_number
from viceversa.reports.papers import FONTS, HERE, letter_pdf

AT = datetime(2027, 3, 23, tzinfo=UTC)
HOSTILE = (
    '#eval("1 + 1")',
    '#read("/etc/passwd")',
    '"] #panic() [',
    "\\ $x^2$ *b* _i_ `c` @ref <label> = head // gone /* gone */",
    "مرحبا بالعالم",
    "שלום עולם",
    "漢字 かな",
    "👩🏽‍💻 😀",
    "\u202egnihton\u202c",
    "a" * 4_000,
    "\x07\x1b[31m",
    "\ud7ff\ufffd\U0010ffff",
)


def facts(text: str) -> dict[str, object]:
    return {
        "language": "it",
        "title": f"— {text}",  # never empty: the words of a title are ours
        "author": text,
        "organisation": text,
        "kicker": text,
        "name": text,
        "role": "mentor",
        "paragraphs": [text, text],
        "rows": [[text, text]],
        "place_and_date": text,
        "signed": text,
        "signed_as": text,
        "foot": text,
    }


def letter_of(text: str) -> bytes:
    return typeset(HERE / "letter.typ", facts(text), fonts=FONTS, at=AT)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_write_is_set_as_text(text: str) -> None:
    made = letter_of(text)
    assert made.startswith(b"%PDF-")
    assert b"pdfuaid" in made  # it says that it is PDF/UA


@effort(max_examples=15)
@given(st.text(max_size=60))
def test_any_text_at_all_gives_a_letter(text: str) -> None:
    assert letter_of(text).startswith(b"%PDF-")


def test_a_command_in_a_text_is_not_obeyed(tmp_path: Path) -> None:
    """Were texts source, `#panic()` would stop and a file beside the template could be read."""
    shutil.copytree(HERE, tmp_path / "papers")
    (tmp_path / "papers" / "secret.txt").write_text("secret")
    template = tmp_path / "papers" / "letter.typ"
    for text in ("#panic()", '#read("secret.txt")', '#include "secret.txt"'):
        assert typeset(template, facts(text), fonts=FONTS, at=AT).startswith(b"%PDF-")
    template.write_text(template.read_text() + "\n#panic()")
    with pytest.raises(UnableToTypeset):
        typeset(template, facts("as source it does stop"), fonts=FONTS, at=AT)


def test_the_same_letter_is_the_same_file() -> None:
    assert letter_of("Nicolò") == letter_of("Nicolò")


@pytest.mark.django_db
def test_a_letter_tells_of_meetings_and_its_number_is_in_the_audit() -> None:
    bond = closing()
    held(bond, 2)
    mentor, mentee = fresh(bond)
    letters = [
        issue_letter(
            member=member,
            with_topics=member is mentor,
            language=language,
            today=LATER.date(),
            actor=bond.actor(0),
            now=LATER,
        )
        for member, language in ((mentor, "it"), (mentee, "en"))
    ]
    said = [str(letter.facts) for letter in letters]
    assert "Lettera di riconoscimento" in said[0]
    assert "Letter of thanks" in said[1]
    assert "1 ora e 30 minuti" in said[0]
    assert "Lucia Bonfanti" in said[0]
    assert "What was shared" not in said[1]
    assert "Che cosa è stato condiviso" in said[0]
    assert mentee.person.name not in said[0]
    line = Line.objects.filter(verb="letter.issued").first()
    assert line is not None
    assert line.facts["number"] == letters[0].number
    assert letter_by_number(letters[0].number.lower().replace("-", " ")) == letters[0]
    assert letter_pdf(letters[0]).startswith(b"%PDF-")


@pytest.mark.django_db
def test_no_letter_before_the_end_or_without_a_meeting() -> None:
    for bond in (active(), closing()):
        with pytest.raises(UnableToIssue):
            issue_letter(
                member=fresh(bond)[0],
                with_topics=False,
                language="en",
                today=LATER.date(),
                actor=bond.actor(0),
                now=LATER,
            )
    assert not Letter.objects.exists()


@pytest.mark.django_db
def test_a_letter_is_its_owners_alone_and_an_agreement_its_members() -> None:
    bond = closing()
    held(bond)
    mine, theirs = bond.client(0), bond.client(1)
    mine.post(bond.path("close/letter/"), {"topics": "1"})
    path = f"/letters/{Letter.objects.get().public_id}/"
    given = mine.get(path)
    assert given.headers["Content-Type"] == "application/pdf"
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert theirs.get(path).status_code == 404
    assert a_bond().client(0).get(path).status_code == 404


@pytest.mark.django_db
def test_a_kept_version_of_the_agreement_is_a_pdf_for_its_members() -> None:
    bond = a_bond()
    bond.begin("it")
    bond.sign(0)
    path = bond.path("agreement/versions/1/pdf/")
    assert bond.client(1).get(path).content.startswith(b"%PDF-")
    assert bond.client(1).get(bond.path("agreement/versions/9/pdf/")).status_code == 404
    assert a_bond().client(0).get(path).status_code == 404
