"""The parameters of a cohort's momentum guard, in words and with the usual value beside each."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.relationships.actions.momentum import tune
from viceversa.relationships.queries.momentum import parameters_of
from viceversa.relationships.rules.momentum import BOUNDS, Parameters
from viceversa.web import guards
from viceversa.web.coordinator.programmes.loading import cohort_or_404

WORDS = {
    "moves": gettext_lazy("Moves in a row"),
    "quiet_days": gettext_lazy("Days without a meeting"),
    "first_meeting_days": gettext_lazy("Days from opening to the first meeting"),
    "first_contact_days": gettext_lazy("Days from opening to the first contact"),
    "agreement_days": gettext_lazy("Days from opening to a signed agreement"),
    "agenda_hours": gettext_lazy("Hours before a meeting by which its agenda is there"),
    "grace_days": gettext_lazy("Days the people have for themselves before you see it"),
    "preparation": gettext_lazy("Minutes of preparation that count for a mentor’s hours"),
}


class ParametersForm(forms.Form):
    """One whole number for each parameter, within its bounds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = Parameters().as_json()
        for name, (least, most) in BOUNDS.items():
            facts = {"usual": usual[name], "least": least, "most": most}
            self.fields[name] = forms.IntegerField(
                label=WORDS[name],
                min_value=least,
                max_value=most,
                help_text=_("Usually %(usual)s; from %(least)s to %(most)s.") % facts,
            )


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Show and change the parameters."""
    cohort = cohort_or_404(public_id)
    given = request.POST if request.method == "POST" else None
    form = ParametersForm(given, initial=parameters_of(cohort).as_json())
    if form.is_bound and form.is_valid():
        tune(cohort=cohort, values=form.cleaned_data, actor=guards.actor(request), now=clock.now())
        messages.success(request, _("Saved. The next look goes by these numbers."))
        return redirect("momentum:list", cohort.public_id)
    context = {"cohort": cohort, "form": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "coordinator/momentum/settings.html", context, status=status)
