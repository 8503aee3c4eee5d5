"""Addresses of the coordinator's pages about endings and champions."""

from django.urls import path

from viceversa.web.coordinator.endings import showing

app_name = "endings"
urlpatterns = [
    path("<slug:public_id>/", showing.cohort, name="cohort"),
    path("champions/<slug:public_id>/down/", showing.take_down, name="champion-down"),
    path("champions/<slug:public_id>/up/", showing.put_back, name="champion-up"),
]
