"""The components as template tags, built in to every template."""

from django import template

from viceversa.web.ui import components as _declared  # noqa: F401  (registers them on import)
from viceversa.web.ui import tag
from viceversa.web.ui.component import COMPONENTS
from viceversa.web.ui.days import short_day, short_month
from viceversa.web.ui.initials import initials
from viceversa.web.ui.toasts import undo_of

register = template.Library()
register.tag("slot", tag.slot)
register.filter("initials", initials)
register.filter("short_day", short_day)
register.filter("short_month", short_month)
register.filter("undo", undo_of)
for _component in COMPONENTS.values():
    tag.register(register, _component)
