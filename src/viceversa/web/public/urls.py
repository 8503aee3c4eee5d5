"""Addresses of the public pages."""

from django.urls import path

from viceversa.web.public import health, pictures, unsubscribe, views

app_name = "public"
urlpatterns = [
    path("", views.door, name="door"),
    path("unsubscribe/<str:token>/", unsubscribe.unsubscribe, name="unsubscribe"),
    path("pictures/<slug:name>/<slug:size>.webp", pictures.picture, name="picture"),
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
]
