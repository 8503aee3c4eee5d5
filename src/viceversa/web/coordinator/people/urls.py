"""Addresses of the coordinator's pages about people."""

from django.urls import URLPattern

app_name = "people"
urlpatterns: list[URLPattern] = []
