"""Addresses of the participants' pages."""

from django.urls import path

from viceversa.web.participant import views
from viceversa.web.participant.plans.urls import urlpatterns as plans
from viceversa.web.participant.preparing.urls import urlpatterns as preparing
from viceversa.web.participant.together.urls import urlpatterns as together

app_name = "participant"
urlpatterns = [path("home/", views.home, name="home"), *plans, *preparing, *together]
