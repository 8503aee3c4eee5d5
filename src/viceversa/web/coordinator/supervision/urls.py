"""Addresses of the coordinator’s pages about supervision circles."""

from django.urls import path

from viceversa.web.coordinator.supervision import circle, listing

app_name = "supervision"
urlpatterns = [
    path("circles/<slug:public_id>/", circle.one, name="circle"),
    path("circles/<slug:public_id>/attendance/", circle.attendance, name="attendance"),
    path("circles/<slug:public_id>/call-off/", circle.off, name="call-off"),
    path("<slug:public_id>/", listing.every, name="list"),
    path("<slug:public_id>/new/", listing.plan, name="plan"),
]
