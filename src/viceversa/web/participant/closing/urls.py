"""Addresses of endings, pauses, letters, and of champions."""

from django.urls import path

from viceversa.web.participant.closing import (
    champion,
    closing,
    ending,
    looking_back,
    papers,
    resting,
)

urlpatterns = [
    path("past/", looking_back.past, name="past"),
    path("letters/<slug:public_id>/", papers.letter, name="letter"),
    path("champion/<slug:public_id>/", champion.champion, name="champion"),
    path("champion/<slug:public_id>/back/", champion.disappear, name="champion-back"),
    path(
        "champion/<slug:public_id>/picture/back/",
        champion.take_picture_back,
        name="champion-picture-back",
    ),
    path("together/<slug:public_id>/end/", ending.end, name="end"),
    path("together/<slug:public_id>/pause/", resting.pause, name="pause"),
    path("together/<slug:public_id>/resume/", resting.resume, name="resume"),
    path("together/<slug:public_id>/close/", closing.close, name="close"),
    path("together/<slug:public_id>/close/begin/", closing.begin, name="close-begin"),
    path("together/<slug:public_id>/close/reflection/", closing.reflect, name="reflect"),
    path("together/<slug:public_id>/close/thanks/", closing.thank, name="thank"),
    path("together/<slug:public_id>/close/next/", closing.choose, name="choose"),
    path("together/<slug:public_id>/close/colleague/", closing.nominate, name="nominate"),
    path("together/<slug:public_id>/close/letter/", papers.issue, name="issue-letter"),
    path(
        "together/<slug:public_id>/agreement/versions/<int:number>/pdf/",
        papers.agreement,
        name="version-pdf",
    ),
]
