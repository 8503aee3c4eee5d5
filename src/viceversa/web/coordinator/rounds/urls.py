"""Addresses of the coordinator's pages about matching rounds."""

from django.urls import path

from viceversa.web.coordinator.rounds import (
    answering,
    circles,
    comparing,
    deciding,
    downloads,
    listing,
    looking,
    pair_lists,
    pictures,
    publishing,
    reviewing,
    steering,
    weights,
)

app_name = "rounds"
urlpatterns = [
    path("", listing.every, name="list"),
    path("prepare/", listing.prepare, name="prepare"),
    path("<slug:public_id>/", reviewing.one, name="round"),
    path("<slug:public_id>/rows/", reviewing.rows, name="rows"),
    path("<slug:public_id>/progress/", reviewing.progress, name="progress"),
    path("<slug:public_id>/left-out/", looking.left_out, name="left-out"),
    path("<slug:public_id>/alternatives/", looking.alternatives, name="alternatives"),
    path("<slug:public_id>/help/", looking.help_for, name="help"),
    path("<slug:public_id>/circles/", circles.teams, name="circles"),
    path("<slug:public_id>/audit/", pictures.audit, name="audit"),
    path("<slug:public_id>/horizon/", pictures.horizon, name="horizon"),
    path("<slug:public_id>/solve/", steering.solve, name="solve"),
    path("<slug:public_id>/cancel/", steering.cancel, name="cancel"),
    path("<slug:public_id>/note/", steering.note, name="note"),
    path("<slug:public_id>/save/", steering.save, name="save"),
    path("<slug:public_id>/discard/", steering.discard, name="discard"),
    path("<slug:public_id>/weights/", weights.edit, name="weights"),
    path("<slug:public_id>/comparison/", comparing.one, name="comparison"),
    path("<slug:public_id>/pin/", deciding.pin, name="pin"),
    path("<slug:public_id>/forbid/", deciding.forbid, name="forbid"),
    path("<slug:public_id>/lift/", deciding.lift, name="lift"),
    path("<slug:public_id>/pair-note/", deciding.note, name="pair-note"),
    path("<slug:public_id>/swap/", deciding.swap, name="swap"),
    path("<slug:public_id>/pairs-file/", pair_lists.upload, name="pairs-file"),
    path("<slug:public_id>/publish/", publishing.publish, name="publish"),
    path("<slug:public_id>/answers/", answering.every, name="answers"),
    path(
        "<slug:public_id>/answers/<slug:offer_id>/write-again/",
        answering.write_again,
        name="write-again",
    ),
    path(
        "<slug:public_id>/answers/<slug:offer_id>/take-back/",
        answering.take_back,
        name="take-back",
    ),
    path("<slug:public_id>/export/<slug:what>.<slug:form>", downloads.export, name="export"),
    path("<slug:public_id>/problem.json", downloads.problem, name="problem"),
    path("<slug:public_id>/answer.json", downloads.answer, name="answer"),
]
