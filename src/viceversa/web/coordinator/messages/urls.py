"""Addresses of the coordinator's pages about messages."""

from django.urls import path

from viceversa.web.coordinator.messages import addresses, listing, previewing, reading

app_name = "messages"
urlpatterns = [
    path("", listing.every, name="list"),
    path("addresses/try-again/", addresses.try_again, name="try-again"),
    path("kinds/", previewing.kinds, name="kinds"),
    path("kinds/<slug:kind>/<slug:language>/", previewing.one, name="kind"),
    path("kinds/<slug:kind>/<slug:language>/sheet/", previewing.sheet, name="kind-sheet"),
    path("<slug:public_id>/", reading.one, name="kept"),
    path("<slug:public_id>/sheet/", reading.sheet, name="kept-sheet"),
]
