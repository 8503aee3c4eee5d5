"""Rules over every table: no reach upwards, no forgotten migration."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import ForeignKey, Model

OURS = [model for model in apps.get_models() if model.__module__.startswith("viceversa.")]


def package(model: type[Model]) -> str:
    return model._meta.app_label


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_key_to_another_package_gives_no_way_back(model: type[Model]) -> None:
    offenders = [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        and package(field.related_model) != package(model)
        and not field.remote_field.hidden
    ]
    assert offenders == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_date_of_birth_gender_and_beliefs_have_no_column(model: type[Model]) -> None:
    never = {"birth", "born", "age", "gender", "sex", "religion", "ethnicity", "health"}
    words = {word for field in model._meta.get_fields() for word in field.name.split("_")}
    assert words & never == set()


@pytest.mark.django_db
def test_the_migrations_are_complete() -> None:
    ours = sorted({package(model) for model in OURS})  # the clock of the tests stands in others'
    call_command("makemigrations", *ours, "--check", "--dry-run", stdout=StringIO())
