"""Addresses of the pages reached by a personal link; only the first holds a token."""

from django.urls import path

from viceversa.web.invited import answering, entering, joining, place, profile

app_name = "invited"
urlpatterns = [
    path("i/<str:token>/", entering.enter, name="enter"),
    path("invitation/closed/", entering.closed, name="closed"),
    path("invitation/thanks/", place.left, name="left"),
    path("invitation/<slug:public_id>/", answering.invitation, name="invitation"),
    path("invitation/<slug:public_id>/accept/", answering.accept, name="accept"),
    path("invitation/<slug:public_id>/later/", answering.later, name="later"),
    path("invitation/<slug:public_id>/decline/", answering.decline, name="decline"),
    path("place/<slug:public_id>/", place.place, name="place"),
    path("place/<slug:public_id>/topics/", profile.topics, name="topics"),
    path("place/<slug:public_id>/back/", profile.back, name="back"),
    path("place/<slug:public_id>/times/", profile.times, name="times"),
    path("place/<slug:public_id>/profile/", profile.profile, name="profile"),
    path("place/<slug:public_id>/pause/", place.pause, name="pause"),
    path("place/<slug:public_id>/resume/", place.resume, name="resume"),
    path("place/<slug:public_id>/withdraw/", place.withdraw, name="withdraw"),
    path("join/", joining.join, name="join"),
    path("join/<slug:public_id>/<slug:role>/", joining.apply, name="apply"),
]
