"""Addresses reached from a mail or a calendar program; two of them hold a token."""

from django.urls import path

from viceversa.web.tapped import acting, entering, feeding

app_name = "tapped"
urlpatterns = [
    path("t/<str:token>/", entering.enter, name="enter"),
    path("calendar/<str:token>.ics", feeding.feed, name="feed"),
    path("date/closed/", entering.closed, name="closed"),
    path("date/done/", entering.done, name="done"),
    path("date/<slug:meeting_id>/accept/", acting.accept, name="accept"),
    path("date/<slug:meeting_id>/move/", acting.move, name="move"),
    path("date/<slug:meeting_id>/held/", acting.held, name="held"),
]
