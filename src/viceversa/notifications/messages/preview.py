"""Every message as it would look, for coordinators: invented facts, both languages."""

import tomllib
from pathlib import Path
from typing import Literal

from viceversa.notifications.choices import Kind
from viceversa.notifications.messages.writing import Written, compose
from viceversa.notifications.rules.recipient import Recipient

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "notifications"
READER = "Nicolò Pavesi"


def preview(
    kind: Kind, language: Literal["en", "it"], *, time_zone: str, organisation: str = ""
) -> Written:
    """Return a kind with the facts of its `sample.toml`; the link to decline it leads nowhere."""
    facts = tomllib.loads((FOLDER / kind.value / "sample.toml").read_text(encoding="utf-8"))
    reader = Recipient(
        key="preview",
        email="nicolo.pavesi@company.example",
        name=READER,
        language=language,
        time_zone=time_zone,
    )
    context = {**facts.get("both", {}), **facts.get(language, {})}
    return compose(kind, reader, context, organisation=organisation)
