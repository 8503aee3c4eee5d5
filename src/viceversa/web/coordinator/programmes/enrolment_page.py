"""The page of one enrolment as one object: its parts filled, read and put together again."""

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from viceversa.kernel.errors import UnableTo
from viceversa.programmes.models import Enrolment
from viceversa.programmes.queries import topics
from viceversa.programmes.queries.candidates import people_by_id
from viceversa.programmes.rules.details import Details, first_is_offer
from viceversa.web.coordinator.programmes.forms.enrolments import (
    LanguagesForm,
    PlacesForm,
    TopicLines,
    WeekGrid,
    language_names,
)
from viceversa.web.coordinator.programmes.pickers import Picker, read_all


class EnrolmentPage:
    """Places, topics both ways, week, languages and named people of one enrolment."""

    def __init__(self, enrolment: Enrolment, saved: Details) -> None:
        self.saved = saved
        self.refusal: UnableTo | None = None
        offer = first_is_offer(enrolment.role)
        self.places = PlacesForm(initial={"minimum": saved.minimum, "maximum": saved.maximum})
        self.first = TopicLines("first", offer=offer, wishes=saved.first)
        self.back = TopicLines("back", offer=not offer, wishes=saved.back)
        self.week = WeekGrid(saved.windows)
        self._known = language_names(get_language() or "en")
        self.languages = LanguagesForm(None, saved.languages, self._known)
        self.directory_languages = ", ".join(
            self._known.get(code, code) for code in enrolment.person.languages
        )
        self.topics = topics.choices(gives_back=False)
        self.give_back_topics = topics.choices(gives_back=True)
        self._with_retired(enrolment)
        self.pickers = _pickers(saved)

    def read(self, request: HttpRequest) -> bool:
        """Take over what was sent; tell whether it may be saved now."""
        data = request.POST
        known = {code for _rung, group in self.topics for code, _name in group}
        self.places = PlacesForm(data)
        self.languages = LanguagesForm(data, self.saved.languages, self._known)
        for lines in (self.first, self.back):
            lines.read(data, known)
        self.week.read(data)
        looking = read_all(self.pickers, request)
        fine = self.places.is_valid() and self.languages.is_valid() and not self.week.errors
        return fine and not looking

    def details(self) -> Details:
        """Return what a valid page says; the rounds waited are not edited here."""
        prefers, excludes, previous = (tuple(picker.ids) for picker in self.pickers)
        return Details(
            minimum=self.places.cleaned_data["minimum"],
            maximum=self.places.cleaned_data["maximum"],
            first=tuple(self.first.wishes),
            back=tuple(self.back.wishes),
            windows=tuple(self.week.windows),
            languages=tuple(self.languages.cleaned_data["languages"]),
            prefers=prefers,
            excludes=excludes,
            previous=previous,
            waiting=self.saved.waiting,
        )

    def _with_retired(self, enrolment: Enrolment) -> None:
        """Keep topics that were retired since, so that saving does not lose them."""
        there = {code for _rung, group in self.topics for code, _name in group}
        held = {code for code, _value in (*self.saved.first, *self.saved.back)} - there
        if held:
            called = topics.names()
            extra = (_("Retired"), [(code, called[code]) for code in sorted(held)])
            self.topics = [*self.topics, extra]
            self.give_back_topics = [*self.give_back_topics, extra]


def _pickers(saved: Details) -> list[Picker]:
    pickers = [
        Picker(
            "prefers", _("Prefers"), _("Up to five people this person would like to meet."), True
        ),
        Picker("excludes", _("Never with"), _("No reason is asked; the other is not told."), True),
        Picker(
            "previous", _("Paired before"), _("From earlier programmes, here or elsewhere."), True
        ),
    ]
    people = people_by_id([*saved.prefers, *saved.excludes, *saved.previous])
    for picker in pickers:
        picker.chosen = [people[pk] for pk in getattr(saved, picker.name) if pk in people]
    return pickers
