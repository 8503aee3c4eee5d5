"""Addresses of the audit."""

from django.urls import path

from viceversa.web.coordinator.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.every, name="list"),
    path("audit.csv", views.download, name="download"),
]
