"""Addresses of a relationship, for its members."""

from django.urls import path

from viceversa.web.participant.together import agreeing, noting, reading

urlpatterns = [
    path("together/<slug:public_id>/", reading.together, name="together"),
    path("together/<slug:public_id>/agreement/", agreeing.agreement, name="agreement"),
    path("together/<slug:public_id>/agreement/begin/", agreeing.begin, name="begin"),
    path("together/<slug:public_id>/agreement/sign/", agreeing.sign, name="sign"),
    path(
        "together/<slug:public_id>/agreement/versions/<int:number>/",
        agreeing.version,
        name="version",
    ),
    path("together/<slug:public_id>/agreement/parts/<slug:code>/", agreeing.part, name="part"),
    path(
        "together/<slug:public_id>/agreement/parts/<slug:code>/accept/",
        agreeing.accept,
        name="accept",
    ),
    path("together/<slug:public_id>/notes/", noting.every, name="notes"),
    path("together/<slug:public_id>/notes/<slug:note_id>/", noting.one, name="note"),
    path(
        "together/<slug:public_id>/notes/<slug:note_id>/delete/", noting.delete, name="delete-note"
    ),
]
