"""Every address declares its access: a view without a declaration does not start."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

# Views of libraries, whose access is theirs: sign-in pages are public by nature, the rest of
# allauth asks for a sign-in itself.
LIBRARIES = ("allauth.", "django.views.", "django.contrib.staticfiles.")


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every (path, view) below a resolver."""
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, path)
        elif isinstance(entry, URLPattern):
            yield path, entry.callback


@register()
def every_view_declares_access(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Return an error for each of our views without `@guards.requires` or `@guards.public`."""
    return [
        Error(
            f"The view of /{path} does not say who may see it.",
            hint="Put @guards.requires(Permission.…), @guards.signed_in or @guards.public on it.",
            id="viceversa.E001",
        )
        for path, view in patterns(get_resolver())
        if not hasattr(view, "access") and not view.__module__.startswith(LIBRARIES)
    ]
