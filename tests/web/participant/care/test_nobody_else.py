"""Nobody else learns of a concern: no page they can open changes by a single letter."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings

from tests.access.about import about
from tests.access.test_matrix import addresses
from tests.cast import THEN, user
from tests.factories.care import a_counsellor
from tests.factories.relationships import a_bond, signed_in, user_of
from viceversa.access.permissions import Permission
from viceversa.relationships.actions.care import concerns as actions
from viceversa.relationships.choices import ConcernHelp
from viceversa.relationships.models import Member

# What differs from one drawing to the next: tokens against forged requests, nonces.
FLEETING = re.compile(r'[A-Za-z0-9]{64}|nonce="[^"]+"')


def drawn(client: Client, paths: list[str]) -> dict[str, str]:
    """Return every page that answers, without what changes each time."""
    pages = {path: client.get(path) for path in paths}
    return {
        path: FLEETING.sub("", answer.content.decode(errors="replace"))
        for path, answer in pages.items()
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/")
    }


@pytest.mark.django_db
def test_no_page_of_anybody_else_changes(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    bond = a_bond()
    a_counsellor(bond)
    viewers = {"both": signed_in(user("both")), "partner": bond.client(1)}
    skipped = ("/ui/", "/health/", "/sample/", "/i/")
    ours = [one for one in addresses() if not one.path.startswith(skipped)]
    paths = {
        "both": [about(bond, one.path)[0] for one in ours if isinstance(one.access, Permission)],
        "partner": [about(bond, one.path)[0] for one in ours if one.access == "signed-in"],
    }
    before = {part: drawn(client, paths[part]) for part, client in viewers.items()}
    author = Member.objects.select_related(
        "person", "relationship__cohort__programme__counsellor"
    ).get(pk=bond.members[0].pk)
    concern = actions.raise_concern(
        member=author, help=ConcernHelp.TALK, text="A word for one alone.", now=THEN
    )
    actions.reply(concern=concern, text="I am here.", now=THEN)
    for part, client in viewers.items():
        after = drawn(client, list(before[part]))
        changed = [path for path, page in before[part].items() if after.get(path) != page]
        assert changed == [], part
    assert sum(map(len, before.values())) > 45


@pytest.mark.django_db
def test_only_author_and_counsellor_get_in(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    bond = a_bond()
    teresa = a_counsellor(bond)
    mine, theirs = bond.client(0), bond.client(1)
    concern_path = f"/aside/{bond.relationship.public_id}/"
    answer = mine.post(concern_path, {"text": "A word for one alone.", "help": "record"})
    assert answer.status_code == 302
    assert "A word for one alone." in mine.get(concern_path).content.decode()
    assert "A word for one alone." not in theirs.get(concern_path).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT public_id FROM relationships_concern")
        (name,) = cursor.fetchone()
    verbs = ("", "acknowledge/", "read/", "resolve/")
    others = {part: signed_in(user(part)) for part in ("coordinator", "administrator", "both")}
    for client in (mine, theirs, *others.values()):
        assert client.get("/counsel/").status_code == 404
        for verb in verbs:
            assert client.post(f"/counsel/{name}/{verb}", {"text": "x"}).status_code == 404
    for client in (theirs, *others.values()):
        for verb in ("more/", "read/", "resolve/"):
            answer = client.post(f"{concern_path}{name}/{verb}", {"text": "x"})
            assert answer.status_code == 404
    desk = signed_in(user_of(teresa))
    assert "A word for one alone." in desk.get(f"/counsel/{name}/").content.decode()
    assert "Nicolò Pavesi" in desk.get("/counsel/").content.decode()
    assert desk.get(concern_path).status_code == 404  # her desk is the only way in
