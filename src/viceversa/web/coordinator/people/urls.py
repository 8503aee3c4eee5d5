"""Addresses of the coordinator's pages about people."""

from django.urls import path

from viceversa.web.coordinator.people import correcting, deciding, importing, reading

app_name = "people"
urlpatterns = [
    path("", reading.everybody, name="list"),
    path("imports/", importing.history, name="imports"),
    path("imports/new/", importing.upload, name="import-upload"),
    path("imports/template.csv", importing.template, name="import-template"),
    path("imports/<slug:public_id>/", importing.one, name="import"),
    path("imports/<slug:public_id>/problems.csv", importing.problem_rows, name="import-problems"),
    path("imports/<slug:public_id>/options/", correcting.options, name="import-options"),
    path("imports/<slug:public_id>/settle/", correcting.settle, name="import-settle"),
    path("imports/<slug:public_id>/take-back/", correcting.take_back, name="import-take-back"),
    path("imports/<slug:public_id>/again/", correcting.again, name="import-again"),
    path("imports/<slug:public_id>/confirm/", deciding.confirm, name="import-confirm"),
    path("imports/<slug:public_id>/discard/", deciding.discard, name="import-discard"),
    path("<slug:public_id>/", reading.one, name="person"),
]
