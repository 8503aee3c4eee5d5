"""Competences and answers in the words of the page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from viceversa.measurement.choices import Band, Lens
from viceversa.measurement.queries.own import ALL, Sheet
from viceversa.measurement.rules.answers import Answer
from viceversa.measurement.rules.bands import band_of
from viceversa.measurement.rules.competences import by_code, competences
from viceversa.measurement.rules.travel import travelled


@dataclass(frozen=True, slots=True)
class BandShown:
    """One of the four cards of a question."""

    value: str
    title: str
    does: str
    example: str
    checked: bool


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A competence as a question; `lens` is empty where it has none."""

    code: str
    area: str
    title: str
    about: str
    bands: list[BandShown]
    lens: str
    lens_options: list[tuple[int, str, bool]]


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """An answer on a list; `band` is empty where somebody preferred not to say."""

    code: str
    title: str
    band: str
    example: str
    lens: str
    curious: bool


@dataclass(frozen=True, slots=True)
class AreaShown:
    """The answers of one area of the framework."""

    title: str
    answers: list[AnswerShown]


def language() -> str:
    """Return the language of the page."""
    return "it" if (get_language() or "").startswith("it") else "en"


def titles(codes: Iterable[str]) -> list[str]:
    """Return the names of competences in the language of the page."""
    return [by_code()[code].title.in_(language()) for code in codes if code in by_code()]


def question(code: str, given: Answer | None) -> QuestionShown:
    """Return a question with what was answered before."""
    competence, spoken = by_code()[code], language()
    level = given.level if given else None
    held = band_of(level) if level is not None else ""
    return QuestionShown(
        code=code,
        area=competence.area.in_(spoken),
        title=competence.title.in_(spoken),
        about=competence.about.in_(spoken),
        bands=[
            BandShown(
                value=band.band,
                title=str(Band(band.band).label),
                does=band.does.in_(spoken),
                example=band.example.in_(spoken),
                checked=band.band == held,
            )
            for band in competence.bands
        ],
        lens=competence.lens.in_(spoken) if competence.lens else "",
        lens_options=[
            (lens.value, str(lens.label), given is not None and given.lens == lens.value)
            for lens in Lens
        ],
    )


def areas(answers: dict[str, Answer], curious: Collection[str] = ()) -> list[AreaShown]:
    """Return answers area by area, in the order of the framework, without empty areas."""
    spoken = language()
    found: dict[str, list[AnswerShown]] = {}
    for competence in competences():
        given = answers.get(competence.code)
        if given is None:
            continue
        shown = _answer(competence.code, given, competence.code in curious)
        found.setdefault(competence.area.in_(spoken), []).append(shown)
    return [AreaShown(title, lines) for title, lines in found.items()]


def ways(before: Sheet, after: Sheet) -> list[tuple[str, int, int, str, str]]:
    """Return the rows of the chart of distance travelled."""
    steps = travelled(ALL, before.met, after.met)
    return [
        (by_code()[step.code].title.in_(language()), step.before, step.after)
        + (str(Band(band_of(step.before)).label), str(Band(band_of(step.after)).label))
        for step in steps
    ]


def _answer(code: str, given: Answer, curious: bool) -> AnswerShown:
    shown = question(code, given)
    band = next((each for each in shown.bands if each.checked), None)
    return AnswerShown(
        code=code,
        title=shown.title,
        band=band.title if band else "",
        example=band.does if band else "",
        lens=str(Lens(given.lens).label) if given.lens is not None else "",
        curious=curious,
    )
