"""Addresses of the questions people are asked; only the first holds a token."""

from django.urls import path

from viceversa.web.offered import answering, entering

app_name = "offered"
urlpatterns = [
    path("o/<str:token>/", entering.enter, name="enter"),
    path("asked/closed/", entering.closed, name="closed"),
    path("asked/thanks/<slug:answer>/", answering.thanks, name="thanks"),
    path("asked/<slug:public_id>/", answering.question, name="question"),
    path("asked/<slug:public_id>/yes/", answering.yes, name="yes"),
    path("asked/<slug:public_id>/later/", answering.later, name="later"),
    path("asked/<slug:public_id>/no/", answering.no, name="no"),
]
