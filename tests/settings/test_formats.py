"""Dates and numbers in the manner of each language."""

from datetime import datetime
from decimal import Decimal

import pytest
from django.utils import formats, translation

DAY = datetime(2026, 11, 9, 17, 5)  # noqa: DTZ001  (formatting only)


@pytest.mark.parametrize(
    ("language", "kind", "expected"),
    [
        ("en", "SHORT_DATE_FORMAT", "9 Nov 2026"),
        ("it", "SHORT_DATE_FORMAT", "9 nov 2026"),
        ("en", "DATE_FORMAT", "9 November 2026"),
        ("it", "DATE_FORMAT", "9 novembre 2026"),
        ("it", "DATETIME_FORMAT", "9 novembre 2026, 17:05"),
        ("it", "l", "lunedì"),
        ("en", "l", "Monday"),
    ],
)
def test_dates(language: str, kind: str, expected: str) -> None:
    with translation.override(language):
        assert formats.date_format(DAY, kind) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "1,286.40"), ("it", "1.286,40")])
def test_numbers(language: str, expected: str) -> None:
    with translation.override(language):
        assert (
            formats.number_format(Decimal("1286.40"), use_l10n=True, force_grouping=True)
            == expected
        )
