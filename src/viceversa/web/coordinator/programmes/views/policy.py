"""The matching policy of a cohort, in words."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import cohorts as actions
from viceversa.programmes.choices import CohortState
from viceversa.programmes.rules.policy import MatchingPolicy, read
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.forms.policy import CohortPolicyForm
from viceversa.web.coordinator.programmes.loading import cohort_or_404


@guards.requires(Permission.PROGRAMME_CHANGE)
def edit(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Read and change what the cohort's next rounds start from."""
    cohort = cohort_or_404(public_id)
    form = CohortPolicyForm(request.POST if request.method == "POST" else None, read(cohort.policy))
    if request.method == "POST" and (request.POST.get("reset") or form.is_valid()):
        policy = MatchingPolicy() if request.POST.get("reset") else form.policy()
        actions.set_policy(
            cohort=cohort, policy=policy, actor=guards.actor(request), now=clock.now()
        )
        messages.success(request, _("Matching policy saved. The next round starts from it."))
        return redirect("programmes:policy", cohort.public_id)
    context = {
        "cohort": cohort,
        "form": form,
        "closed": cohort.state == CohortState.CLOSED,
    }
    return pages.page(request, "policy.html", context)
