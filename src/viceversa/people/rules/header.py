"""The header row: which column each heading means, and whether the file can be read at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from viceversa.people.rules.columns import NAMES, recognise
from viceversa.people.rules.options import Options
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.records import Record


@dataclass(frozen=True, slots=True)
class Header:
    """A heading as written, the column it means ("" for none), and who said so."""

    position: int
    text: str
    column: str
    how: Literal["recognised", "chosen", "unknown"]


def understand(record: Record, options: Options) -> tuple[Header, ...]:
    """Return what each heading of the first record means; a choice in `options` wins."""
    headers: list[Header] = []
    for position, cell in enumerate(record.cells):
        text = " ".join(cell.split())
        if text in options.mapping:
            chosen = options.mapping[text]
            headers.append(Header(position, text, chosen if chosen in NAMES else "", "chosen"))
        elif found := recognise(text):
            headers.append(Header(position, text, found, "recognised"))
        else:
            headers.append(Header(position, text, "", "unknown"))
    return tuple(headers)


def faults_of(headers: Iterable[Header], record: Record) -> list[Problem]:
    """Return why the file cannot be read: no key, no name, or a column named twice."""
    found: list[Problem] = []
    seen: dict[str, Header] = {}
    cells = tuple(cell[:300] for cell in record.cells[:60])

    def fault(code: str, header: Header | None = None, **data: object) -> None:
        at = header.position if header else None
        found.append(
            Problem(
                code,
                "fault",
                line=record.line,
                column=header.column if header else "",
                header=header.text if header else "",
                value=header.text if header else "",
                data=data,
                cells=cells,
                position=at,
            )
        )

    for header in headers:
        if header.column and header.column in seen:
            fault("column-twice", header, first=seen[header.column].text, second=header.text)
        elif header.column:
            seen[header.column] = header
    if not seen:
        fault("no-header")
        return found
    if not {"id", "email"} & seen.keys():
        fault("no-key-column")
    if not {"name", "first_name"} & seen.keys():
        fault("no-name-column")
    return found
