"""Addresses of care: their paths do not say what they are for, and the log cuts them."""

from django.urls import path

from viceversa.web.participant.care import concerns, counselling, hours, nudging

urlpatterns = [
    path("aside/<slug:public_id>/", concerns.concern, name="concern"),
    path("aside/<slug:public_id>/<slug:concern_id>/more/", concerns.more, name="concern-more"),
    path("aside/<slug:public_id>/<slug:concern_id>/read/", concerns.read, name="concern-read"),
    path(
        "aside/<slug:public_id>/<slug:concern_id>/resolve/",
        concerns.resolve,
        name="concern-resolve",
    ),
    path(
        "aside/<slug:public_id>/<slug:concern_id>/pass-on/",
        concerns.pass_on,
        name="concern-pass-on",
    ),
    path("counsel/", counselling.every, name="counsel"),
    path("counsel/<slug:concern_id>/", counselling.one, name="counsel-one"),
    path(
        "counsel/<slug:concern_id>/acknowledge/",
        counselling.acknowledge,
        name="counsel-acknowledge",
    ),
    path("counsel/<slug:concern_id>/read/", counselling.read, name="counsel-read"),
    path("counsel/<slug:concern_id>/resolve/", counselling.resolve, name="counsel-resolve"),
    path("hours/", hours.mine, name="hours"),
    path("hours/team/", hours.team, name="team-hours"),
    path("push/<slug:public_id>/", nudging.on_it, name="nudge"),
]
