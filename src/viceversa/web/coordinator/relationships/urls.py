"""Addresses of the coordinator's pages about relationships."""

from django.urls import path

from viceversa.web.coordinator.relationships import opening, reading

app_name = "relationships"
urlpatterns = [
    path("", reading.every, name="list"),
    path("open/", opening.by_hand, name="open"),
    path("<slug:public_id>/", reading.one, name="one"),
]
