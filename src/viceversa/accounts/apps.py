"""Registration with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "viceversa.accounts"
    default_auto_field = "django.db.models.BigAutoField"
