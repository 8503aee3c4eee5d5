"""Addresses of finding a partner."""

from django.urls import path

from viceversa.web.participant.partners import asking, finding

urlpatterns = [
    path("partners/", finding.partners, name="partners"),
    path("partners/<slug:public_id>/topic/", finding.topic, name="wish-for-topic"),
    path("partners/<slug:public_id>/take-back/", asking.take_back, name="take-request-back"),
    path("partners/<slug:public_id>/ask/<slug:other_id>/", asking.ask, name="ask-partner"),
]
