"""Addresses of the participants' pages."""

from django.urls import path

from viceversa.web.participant import helping, views
from viceversa.web.participant.care.urls import urlpatterns as care
from viceversa.web.participant.closing.urls import urlpatterns as closing
from viceversa.web.participant.conversation.urls import urlpatterns as conversation
from viceversa.web.participant.meetings.urls import urlpatterns as meetings
from viceversa.web.participant.partners.urls import urlpatterns as partners
from viceversa.web.participant.plans.urls import urlpatterns as plans
from viceversa.web.participant.preparing.urls import urlpatterns as preparing
from viceversa.web.participant.together.urls import urlpatterns as together

app_name = "participant"
urlpatterns = [
    path("home/", views.home, name="home"),
    path("help/", helping.help, name="help"),
    path("together/", helping.relationships, name="relationships"),
    *care,
    *meetings,
    *partners,
    *plans,
    *preparing,
    *together,
    *closing,
    *conversation,
]
