"""Registration with Django."""

from django.apps import AppConfig


class RelationshipsConfig(AppConfig):
    name = "viceversa.relationships"
    default_auto_field = "django.db.models.BigAutoField"
