"""Who may enter a view: the declaration each must carry, and the actor behind a request."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

from viceversa.access.permissions import Permission
from viceversa.access.policies.relationships import former_membership, membership
from viceversa.access.queries import permissions_of
from viceversa.accounts.models import User
from viceversa.kernel.actor import Actor
from viceversa.relationships.models import Member

type View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """Declare a view open to everybody."""
    view.access = "public"  # type: ignore[attr-defined]  # read by web.checks
    return view


def signed_in(view: View) -> View:
    """Declare a view open to whoever is signed in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_sign_in(request)
        return _for_one(view(request, *args, **kwargs))

    guarded.access = "signed-in"  # type: ignore[attr-defined]  # read by web.checks
    return guarded


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare a view open to holders of `permission`; others get 403, guests the sign-in page."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return to_sign_in(request)
            if not may(request, permission):
                raise PermissionDenied
            return _for_one(view(request, *args, **kwargs))

        guarded.access = permission  # type: ignore[attr-defined]  # read by web.checks
        return guarded

    return decorate


def may(request: HttpRequest, permission: Permission) -> bool:
    """Tell whether the user behind the request holds a permission; asked once a request."""
    return permission in permissions(request)


def permissions(request: HttpRequest) -> frozenset[Permission]:
    """Return the permissions of the user behind the request, read once."""
    if not request.user.is_authenticated:
        return frozenset()
    if not hasattr(request, "_permissions"):
        request._permissions = permissions_of(user_of(request))  # type: ignore[attr-defined]  # memo
    return cast(frozenset[Permission], request._permissions)  # type: ignore[attr-defined]  # memo


def user_of(request: HttpRequest) -> User:
    """Return the signed-in user."""
    assert isinstance(request.user, User)
    return request.user


def actor(request: HttpRequest) -> Actor:
    """Return the author of what this request does."""
    user = user_of(request)
    return Actor(kind="user", name=str(user), user_id=user.pk)


def member(request: HttpRequest, public_id: str) -> Member:
    """Return the viewer's place in a relationship; for everybody else there is no such page."""
    found = membership(user_of(request), public_id)
    if found is None:
        raise Http404
    return found


def former_member(request: HttpRequest, public_id: str) -> Member:
    """Return the place the viewer has or had in a relationship; 404 for everybody else."""
    found = former_membership(user_of(request), public_id)
    if found is None:
        raise Http404
    return found


def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Send a guest to the sign-in page, and back here afterwards where here can be looked at."""
    target = reverse("account_request_login_code")
    if request.method in {"GET", "HEAD"} and not _by_htmx(request):
        target += f"?next={quote(request.get_full_path())}"
    return HttpResponseClientRedirect(target) if _by_htmx(request) else redirect(target)


def _for_one(response: HttpResponseBase) -> HttpResponseBase:
    """Let no proxy keep what is for one person, and no browser show it again without asking.

    Not `no-store`, where a view does not ask for it: the way back would empty a form. Signing out
    clears what a browser has kept.
    """
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, private=True, no_cache=True)
    return response


def _by_htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))
