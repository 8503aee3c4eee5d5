"""Who may take part, said in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.programmes.rules.eligibility import Limits


def limits_in_words(limits: Limits) -> list[str]:
    """Return one phrase for each limit of a role; none means that everybody may take part."""
    found = []
    low, high = limits.lowest_level, limits.highest_level
    if low is not None and high is not None:
        found.append(_("seniority level %(low)s to %(high)s") % {"low": low, "high": high})
    elif low is not None:
        found.append(_("seniority level %(low)s or above") % {"low": low})
    elif high is not None:
        found.append(_("seniority level up to %(high)s") % {"high": high})
    if limits.units:
        found.append(_("units: %(units)s") % {"units": ", ".join(limits.units)})
    if limits.sites:
        found.append(_("sites: %(sites)s") % {"sites": ", ".join(limits.sites)})
    if limits.tenure:
        found.append(
            ngettext(
                "at least %(count)s month in the company",
                "at least %(count)s months in the company",
                limits.tenure,
            )
            % {"count": limits.tenure}
        )
    return found
