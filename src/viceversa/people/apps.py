"""Registration with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "viceversa.people"
    default_auto_field = "django.db.models.BigAutoField"
