"""The columns of the people file, and the names under which they are recognised."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from viceversa.people.rules.folding import fold

Area = Literal["directory", "matching"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its `name` in code, the area it serves, every header that means it."""

    name: str
    area: Area
    english: str
    italian: str
    aliases: tuple[str, ...] = ()


# name | area | English | Italian | further headers
TABLE = """
id           | directory | id           | matricola          | employee id; employee number; matr
                                                             ; external id; codice dipendente
email        | directory | email        | email              | e-mail address; mail; work email
                                                             ; posta elettronica; indirizzo email
first_name   | directory | first name   | nome               | given name; forename
last_name    | directory | last name    | cognome            | surname; family name
name         | directory | name         | nominativo         | full name; nome completo
                                                             ; cognome e nome; nome e cognome
title        | directory | title        | ruolo              | job title; position; qualifica
                                                             ; mansione; posizione
unit         | directory | unit         | unità              | department; organisational unit
                                                             ; unità organizzativa; reparto
                                                             ; dipartimento; struttura
site         | directory | site         | sede               | office; location; sede di lavoro
country      | directory | country      | paese              | nazione; country code
time_zone    | directory | time zone    | fuso               | tz; fuso orario
languages    | directory | languages    | lingue             | language; lingua
level        | directory | level        | livello            | grade; seniority; job level; grado
                                                             ; inquadramento
hired_on     | directory | hired on     | assunzione         | hire date; start date
                                                             ; data assunzione; data di assunzione
manager      | directory | manager      | responsabile       | line manager; manager id
                                                             ; manager email; supervisor
                                                             ; matricola responsabile
                                                             ; responsabile diretto
status       | directory | status       | stato              | employment status; stato rapporto
role         | matching  | role         | partecipa come     | takes part as
wants        | matching  | wants        | vuole imparare     | wants to learn
offers       | matching  | offers       | sa condividere     | can share
gives_back   | matching  | gives back   | offre in cambio    |
wants_back   | matching  | wants back   | vorrebbe in cambio |
capacity     | matching  | capacity     | posti              |
minimum      | matching  | minimum      | minimo             |
availability | matching  | availability | disponibilità      |
prefers      | matching  | prefers      | preferisce         |
excludes     | matching  | excludes     | esclude            |
previous     | matching  | previous     | precedenti         |
waiting      | matching  | waiting      | attesa             |
"""


def _column(line: str) -> Column:
    name, area, english, italian, aliases = (part.strip() for part in line.split("|"))
    further = tuple(alias.strip() for alias in aliases.split(";") if alias.strip())
    return Column(
        name, "matching" if area == "matching" else "directory", english, italian, further
    )


COLUMNS = tuple(_column(line) for line in re.sub(r"\n\s*;", ";", TABLE).strip().splitlines())
NAMES = tuple(column.name for column in COLUMNS)
AREA: dict[str, Area] = {column.name: column.area for column in COLUMNS}


@cache
def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for column in COLUMNS:
        for header in (column.name, column.english, column.italian, *column.aliases):
            known[fold(header)] = column.name
    return known


def recognise(header: str) -> str | None:
    """Return the name of the column that `header` means, or None."""
    return _known().get(fold(header))


def label(name: str, language: str) -> str:
    """Return the header to use for a column in messages and templates, in `en` or `it`."""
    for column in COLUMNS:
        if column.name == name:
            return column.italian if language.startswith("it") else column.english
    return name
