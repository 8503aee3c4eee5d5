"""Who can sign in: the list, one of them with their roles, somebody new."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.access.permissions import Permission
from viceversa.accounts import queries
from viceversa.accounts.actions import (
    UnableToCreateUser,
    UnableToRevokeRole,
    create_user,
    grant_role,
    revoke_role,
)
from viceversa.accounts.choices import Role
from viceversa.accounts.models import User
from viceversa.kernel import clock
from viceversa.web import guards
from viceversa.web.asked import number
from viceversa.web.coordinator.users.forms import NewUser

EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Line:
    """A user as listed; when they were last here is told of those with a role of office only."""

    user: User
    roles: list[str]
    last: datetime | None


@guards.requires(Permission.USERS_MANAGE)
def every(request: HttpRequest) -> TemplateResponse:
    """Those with a role of office; on request everybody who can sign in."""
    asked = request.GET
    show, search = asked.get("show", ""), asked.get("q", "").strip()
    show = show if show in (EVERYBODY, *Role.values) else ""
    page = queries.users(
        role=show,
        everybody=show == EVERYBODY,
        search=search,
        number=number(asked.get("page", ""), 1),
    )
    context = {
        "page": page,
        "lines": [_line(user) for user in page.object_list],
        "show": show,
        "shows": [*Role.choices, (EVERYBODY, _("Everybody who can sign in"))],
        "search": search,
    }
    return TemplateResponse(request, "coordinator/users/list.html", context)


@guards.requires(Permission.USERS_MANAGE)
def one(request: HttpRequest, public_id: str) -> TemplateResponse:
    """A user, each role of office, and whether they hold it."""
    user = _or_404(public_id)
    line = _line(user)
    held = {grant.role: grant.granted_at for grant in user.grants.all()}
    context = {
        "person": user,
        "line": line,
        "roles": [
            {"role": role.value, "label": role.label, "may": may, "since": held.get(role)}
            for role, may in _what_roles_may()
        ],
    }
    return TemplateResponse(request, "coordinator/users/one.html", context)


@guards.requires(Permission.USERS_MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponseBase:
    """Let somebody in who is not a user yet."""
    form = NewUser(request.POST or None, initial={"role": Role.COORDINATOR})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            user = create_user(
                actor=guards.actor(request),
                now=clock.now(),
                email=said["email"],
                name=said["name"],
                roles=[Role(said["role"])],
            )
        except UnableToCreateUser as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, _("%(name)s can sign in now.") % {"name": user})
            return redirect("users:user", user.public_id)
    return TemplateResponse(request, "coordinator/users/create.html", {"form": form})


@guards.requires(Permission.USERS_MANAGE)
@require_POST
def give(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Give a role of office."""
    user, role = _or_404(public_id), _role_or_404(request)
    grant_role(actor=guards.actor(request), now=clock.now(), user=user, role=role)
    messages.success(request, _("Role given to %(name)s.") % {"name": user})
    return redirect("users:user", user.public_id)


@guards.requires(Permission.USERS_MANAGE)
@require_POST
def take(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take a role of office back."""
    user, role = _or_404(public_id), _role_or_404(request)
    try:
        revoke_role(actor=guards.actor(request), now=clock.now(), user=user, role=role)
    except UnableToRevokeRole as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Role taken back from %(name)s.") % {"name": user})
        if user == request.user and role == Role.ADMINISTRATOR:
            return redirect("public:door")
    return redirect("users:user", user.public_id)


def _what_roles_may() -> list[tuple[Role, str]]:
    return [
        (
            Role.COORDINATOR,
            _(
                "Runs programmes: people, cohorts, invitations, matching rounds; sees states and "
                "dates of relationships, never their content."
            ),
        ),
        (
            Role.ADMINISTRATOR,
            _(
                "Runs the instance: people file, roles, audit. Sees neither enrolments nor "
                "relationships."
            ),
        ),
    ]


def _line(user: User) -> Line:
    held = {grant.role for grant in user.grants.all()}
    roles = [str(role.label) for role in Role if role in held]
    return Line(user, roles, user.last_login if roles else None)


def _or_404(public_id: str) -> User:
    user = queries.user(public_id)
    if user is None:
        raise Http404
    return user


def _role_or_404(request: HttpRequest) -> Role:
    role = request.POST.get("role", "")
    if role not in Role.values:
        raise Http404
    return Role(role)
