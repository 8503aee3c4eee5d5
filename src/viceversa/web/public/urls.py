"""Addresses of the public pages."""

from django.urls import path

from viceversa.web.public import health, views

app_name = "public"
urlpatterns = [
    path("", views.door, name="door"),
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
]
