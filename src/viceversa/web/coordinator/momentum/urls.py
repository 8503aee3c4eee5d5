"""Addresses of the coordinator's pages about momentum."""

from django.urls import path

from viceversa.web.coordinator.momentum import listing, responding, tuning

app_name = "momentum"
urlpatterns = [
    path("script/", listing.script, name="script"),
    path("pushes/<slug:public_id>/send/", responding.send, name="send"),
    path("pushes/<slug:public_id>/later/", responding.later, name="later"),
    path("pushes/<slug:public_id>/done/", responding.done, name="done"),
    path("pushes/<slug:public_id>/waive/", responding.waive, name="waive"),
    path("<slug:public_id>/", listing.every, name="list"),
    path("<slug:public_id>/settings/", tuning.settings, name="settings"),
]
