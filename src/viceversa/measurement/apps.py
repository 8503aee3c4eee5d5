"""Registration with Django."""

from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    name = "viceversa.measurement"
    default_auto_field = "django.db.models.BigAutoField"
