"""Addresses of the coordinator's pages about programmes."""

from django.urls import URLPattern

app_name = "programmes"
urlpatterns: list[URLPattern] = []
