"""Addresses of the coordinator's pages about programmes."""

from django.urls import path

from viceversa.web.coordinator.programmes import invitations, invitations_sending
from viceversa.web.coordinator.programmes.views import (
    cohorts,
    enrol,
    enrolments,
    files,
    meeting_places,
    people,
    policy,
    programmes,
    topics,
)

app_name = "programmes"
urlpatterns = [
    path("", programmes.every, name="list"),
    path("new/", programmes.create, name="create"),
    path("people/", people.found, name="people"),
    path("topics/", topics.catalogue, name="topics"),
    path("topics/new/", topics.add, name="topic-add"),
    path("topics/<slug:code>/", topics.change, name="topic"),
    path("topics/<slug:code>/retire/", topics.retire, name="topic-retire"),
    path("topics/<slug:code>/restore/", topics.restore, name="topic-restore"),
    path("cohorts/<slug:public_id>/", cohorts.one, name="cohort"),
    path("cohorts/<slug:public_id>/settings/", cohorts.settings, name="cohort-settings"),
    path("cohorts/<slug:public_id>/policy/", policy.edit, name="policy"),
    path("cohorts/<slug:public_id>/meetings/", meeting_places.edit, name="meeting-places"),
    path("cohorts/<slug:public_id>/open/", cohorts.open_, name="open"),
    path("cohorts/<slug:public_id>/close/", cohorts.close, name="close"),
    path("cohorts/<slug:public_id>/invitations/", invitations.every, name="invitations"),
    path("cohorts/<slug:public_id>/invitations/letter/", invitations.letter, name="letter"),
    path("cohorts/<slug:public_id>/invitations/wave/", invitations.wave, name="wave"),
    path("cohorts/<slug:public_id>/invitations/remind/", invitations.remind, name="remind"),
    path("cohorts/<slug:public_id>/invitations/admit/", invitations.admit, name="admit"),
    path("cohorts/<slug:public_id>/invite/", invitations_sending.choose, name="invite"),
    path("cohorts/<slug:public_id>/invite/send/", invitations_sending.send, name="invite-send"),
    path("invitations/<slug:public_id>/revoke/", invitations.revoke, name="revoke"),
    path("cohorts/<slug:public_id>/enrolments/", enrolments.every, name="enrolments"),
    path("cohorts/<slug:public_id>/enrol/", enrol.by_hand, name="enrol"),
    path("cohorts/<slug:public_id>/enrol/file/", files.every, name="enrol-file"),
    path("enrolment-files/<slug:public_id>/", files.one, name="enrolment-file"),
    path("enrolment-files/<slug:public_id>/answers/", files.answer, name="enrolment-file-answers"),
    path("enrolment-files/<slug:public_id>/again/", files.again, name="enrolment-file-again"),
    path("enrolment-files/<slug:public_id>/confirm/", files.confirm, name="enrolment-file-confirm"),
    path("enrolment-files/<slug:public_id>/discard/", files.discard, name="enrolment-file-discard"),
    path("enrolments/<slug:public_id>/", enrolments.one, name="enrolment"),
    path("enrolments/<slug:public_id>/withdraw/", enrolments.withdraw, name="withdraw"),
    path("enrolments/<slug:public_id>/readmit/", enrolments.readmit, name="readmit"),
    path("<slug:public_id>/", programmes.one, name="programme"),
    path("<slug:public_id>/charter/", programmes.charter, name="charter"),
    path("<slug:public_id>/cohorts/new/", cohorts.create, name="cohort-create"),
]
