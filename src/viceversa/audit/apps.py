"""Registration with Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "viceversa.audit"
    default_auto_field = "django.db.models.BigAutoField"
