"""Addresses of the coordinator's pages about relationships."""

from django.urls import URLPattern

app_name = "relationships"
urlpatterns: list[URLPattern] = []
