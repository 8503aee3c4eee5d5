"""How one wants to be written to: optional kinds, and the hours in which nothing rings."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from viceversa.accounts.models import User
from viceversa.kernel.clock import now
from viceversa.notifications.actions import choose, choose_chat
from viceversa.notifications.choices import ALWAYS, Kind, Wish
from viceversa.notifications.queries.wishes import CHOOSABLE, chat_wishes, quiet_hours, wishes
from viceversa.notifications.rules.timing import Quiet
from viceversa.people.models import Person
from viceversa.web import guards

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]


class Wishes(forms.Form):
    """One choice for each optional kind, named after it; quiet hours; what rings in the chat."""

    quiet_start = forms.TypedChoiceField(
        label=gettext_lazy("Nothing from"), choices=HOURS, coerce=int
    )
    quiet_end = forms.TypedChoiceField(label=gettext_lazy("until"), choices=HOURS, coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if settings.CHAT_URL:
            self.fields["chat"] = _chat_field()
        for kind in CHOOSABLE:
            self.fields[kind.value] = forms.ChoiceField(label=kind.label, choices=Wish.choices)

    @property
    def kinds(self) -> list[forms.BoundField]:
        """The fields of the kinds, in their order."""
        return [self[kind.value] for kind in CHOOSABLE]

    @property
    def wanted(self) -> dict[Kind, Wish]:
        """What was chosen for each kind."""
        return {kind: Wish(self.cleaned_data[kind.value]) for kind in CHOOSABLE}

    @property
    def quiet(self) -> Quiet:
        """The chosen span."""
        return Quiet(self.cleaned_data["quiet_start"], self.cleaned_data["quiet_end"])


def _chat_field() -> forms.MultipleChoiceField:
    """Return the choice of what also goes into the chat."""
    always = (ALWAYS, _("Everything that always comes by e-mail"))
    return forms.MultipleChoiceField(
        label=_("A word in the chat as well for"),
        help_text=_("Nothing that comes once a week or not at all rings by itself."),
        choices=[always, *((kind.value, kind.label) for kind in CHOOSABLE)],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def recipient_key(user: User) -> str:
    """Return under which key a user is written to: as a person of the directory, else as a user."""
    person = Person.objects.filter(user=user).values_list("public_id", flat=True).first()
    return f"person:{person}" if person else f"user:{user.public_id}"


@guards.signed_in
@never_cache
def own_messages(request: HttpRequest) -> HttpResponseBase:
    """Show and keep how the signed-in user wants to be written to."""
    key = recipient_key(guards.user_of(request))
    quiet = quiet_hours(key)
    chosen = {kind.value: wish for kind, wish in wishes(key).items()}
    initial = {"quiet_start": quiet.start, "quiet_end": quiet.end, **chosen}
    initial["chat"] = list(chat_wishes(key)) if settings.CHAT_URL else []
    form = Wishes(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        choose(recipient_key=key, wanted=form.wanted, quiet=form.quiet, now=now())
        if settings.CHAT_URL:
            choose_chat(recipient_key=key, kinds=form.cleaned_data["chat"])
        messages.success(request, _("Saved."))
        return redirect("account:messages")
    return TemplateResponse(request, "account/notifications.html", {"form": form})
