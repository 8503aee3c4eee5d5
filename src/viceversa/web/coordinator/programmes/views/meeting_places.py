"""Where the pairs of a cohort meet unless they say otherwise: a usual place, a video link."""

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
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.choices import CohortState
from viceversa.relationships.actions.meetings import place_cohort
from viceversa.relationships.queries.meetings.naming import cohort_whereabouts
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.loading import cohort_or_404


class PlacesForm(forms.Form):
    """A usual place and a text for video links."""

    place = forms.CharField(
        label=gettext_lazy("Usual place"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A room where both are guests; not the senior’s office."),
    )
    video = forms.CharField(
        label=gettext_lazy("Video link"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("An https address; {id} becomes the number of the meeting."),
        widget=forms.TextInput({"inputmode": "url"}),
    )


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Read and change where a cohort meets; each pair may say otherwise for itself."""
    cohort = cohort_or_404(public_id)
    video, place = cohort_whereabouts(cohort)
    form = PlacesForm(request.POST or None, initial={"video": video, "place": place})
    if request.method == "POST" and form.is_valid():
        try:
            place_cohort(
                cohort=cohort,
                video=form.cleaned_data["video"],
                place=form.cleaned_data["place"],
                actor=guards.actor(request),
                now=clock.now(),
            )
        except UnableTo as error:
            form.add_error("video", str(error))
        else:
            messages.success(request, _("Saved for the meetings proposed from now on."))
            return redirect("programmes:meeting-places", cohort.public_id)
    context = {"cohort": cohort, "form": form, "closed": cohort.state == CohortState.CLOSED}
    answer: TemplateResponse = pages.page(request, "meeting_places.html", context)
    answer.status_code = 422 if form.errors else 200
    return answer
