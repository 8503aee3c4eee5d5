"""Addresses of what somebody prepares."""

from django.urls import path

from viceversa.web.participant.preparing import briefing, checking, page, partner, sitting

urlpatterns = [
    path("prepare/", page.prepare, name="prepare"),
    path("prepare/circles/<slug:public_id>/", sitting.seat, name="supervision-seat"),
    path("briefing/<slug:public_id>/", briefing.whole, name="briefing-whole"),
    path("briefing/<slug:public_id>/<slug:code>/", briefing.chapter, name="briefing"),
    path("self-check/", checking.overview, name="self-check"),
    path("self-check/begin/", checking.begin, name="self-check-begin"),
    path("self-check/topic/", checking.topic, name="self-check-topic"),
    path("self-check/forget/", checking.forget, name="self-check-forget"),
    path("self-check/<slug:public_id>/share/", checking.share, name="self-check-share"),
    path("self-check/<slug:public_id>/<str:code>/", checking.question, name="self-check-question"),
    path("together/<slug:public_id>/self-check/", partner.theirs, name="their-self-check"),
]
