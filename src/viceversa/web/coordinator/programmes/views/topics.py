"""The topic catalogue: find, add, rename, retire, restore."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import catalogue as actions
from viceversa.programmes.queries import topics as queries
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.forms.topics import TopicForm
from viceversa.web.coordinator.programmes.loading import topic_or_404


@guards.requires(Permission.PROGRAMME_READ)
def catalogue(request: HttpRequest) -> TemplateResponse:
    """The catalogue by rung, searched; retired topics on their own."""
    retired = request.GET.get("show") == "retired"
    rungs = queries.catalogue(search=request.GET.get("q", ""), retired=retired)
    context = {
        "rungs": [rung for rung in rungs if rung.topics],
        "count": sum(len(rung.topics) for rung in rungs),
        "show": "retired" if retired else "",
        "shows": [("", _("On offer")), ("retired", _("Retired"))],
    }
    return pages.page(request, "topics.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def add(request: HttpRequest) -> HttpResponseBase:
    """Add a topic of the organisation's own."""
    form = TopicForm(request.POST or None, initial={"name_en": request.GET.get("name", "")})
    if request.method == "POST" and form.is_valid():
        try:
            topic = actions.add_topic(
                words=form.words(), actor=guards.actor(request), now=clock.now()
            )
        except actions.UnableToChangeTopic as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("“%(name)s” added.") % {"name": topic.name})
            return redirect("programmes:topics")
    return pages.page(request, "topic.html", {"form": form, "topic": None})


@guards.requires(Permission.PROGRAMME_CHANGE)
def change(request: HttpRequest, code: str) -> HttpResponseBase:
    """Change what a topic is called and how it is explained."""
    topic = topic_or_404(code)
    form = TopicForm(request.POST) if request.method == "POST" else TopicForm.of(topic)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_topic(
                topic=topic, words=form.words(), actor=guards.actor(request), now=clock.now()
            )
        except actions.UnableToChangeTopic as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("“%(name)s” saved.") % {"name": topic.name})
            return redirect("programmes:topics")
    context = {"form": form, "topic": topic, "uses": queries.uses(topic)}
    return pages.page(request, "topic.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def retire(request: HttpRequest, code: str) -> HttpResponseBase:
    """Take a topic out of the choice."""
    topic = topic_or_404(code)
    actions.retire_topic(topic=topic, actor=guards.actor(request), now=clock.now())
    messages.success(
        request, _("“%(name)s” retired. Enrolments that hold it keep it.") % {"name": topic.name}
    )
    return redirect("programmes:topics")


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def restore(request: HttpRequest, code: str) -> HttpResponseBase:
    """Offer a retired topic again."""
    topic = topic_or_404(code)
    actions.restore_topic(topic=topic, actor=guards.actor(request), now=clock.now())
    messages.success(request, _("“%(name)s” is on offer again.") % {"name": topic.name})
    return redirect("programmes:topics")
