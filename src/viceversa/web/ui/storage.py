"""Static files for production: hashed and compressed, and the style sheets joined into one.

In development each component's style is its own file; a visitor fetches one file instead of fifty.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import (  # type: ignore[import-untyped]  # it has no types
    CompressedManifestStaticFilesStorage,
)

IMPORT = re.compile(r'@import url\("([^"]+)"\);\n?')
ADDRESS = re.compile(r'url\("(\.\.?/[^"]+)"\)')
ENTRY = "css/index.css"

type Paths = Mapping[str, tuple[Any, str]]  # name → (storage that holds the file, its path there)


def joined(paths: Paths, name: str) -> str:
    """Return a style sheet with those it imports in the place of each import.

    Addresses in an imported sheet are rewritten to start from the importing one; the order is
    kept, so that the cascade layers declared first stay first.
    """
    storage, path = paths[name]
    with storage.open(path) as file:
        text = file.read().decode()
    folder = posixpath.dirname(name)

    def put_in(match: re.Match[str]) -> str:
        inner = posixpath.normpath(posixpath.join(folder, match[1]))
        start = posixpath.dirname(inner)

        def moved(found: re.Match[str]) -> str:
            file = posixpath.normpath(posixpath.join(start, found[1]))
            return f'url("{posixpath.relpath(file, folder)}")'

        return ADDRESS.sub(moved, joined(paths, inner))

    return IMPORT.sub(put_in, text)


class OneFile:
    """Stands where a storage is expected and holds a single text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def open(self, path: str) -> "ContentFile[bytes]":
        """Return the text, whatever the path."""
        return ContentFile(self.text.encode())


class JoinedStyles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped base
    """Joins the style sheets, then hashes and compresses everything."""

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Yield what was made of each file, as Django's storages do."""
        if ENTRY in paths and not dry_run:
            paths = paths | {ENTRY: (OneFile(joined(paths, ENTRY)), ENTRY)}
        yield from super().post_process(paths, dry_run, **options)
