"""Registration with Django."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "viceversa.matching"
    default_auto_field = "django.db.models.BigAutoField"
