"""Addresses of the participants' pages."""

from django.urls import path

from viceversa.web.participant import views

app_name = "participant"
urlpatterns = [path("home/", views.home, name="home")]
