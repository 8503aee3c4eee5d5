"""Addresses of preparing and keeping, for the members; the library is for everybody signed in."""

from django.urls import path

from viceversa.web.participant.plans import aiming, points, preparing, reading, telling, trying

TOGETHER = "together/<slug:public_id>/"
AGENDA = f"{TOGETHER}agenda/<slug:meeting_id>/"
GOAL = f"{TOGETHER}goals/<slug:goal_id>/"
EXPERIMENT = f"{TOGETHER}experiment/<slug:experiment_id>/"

urlpatterns = [
    path("plans/", reading.every, name="library"),
    path("plans/<slug:code>/", reading.one, name="plan"),
    path(f"{TOGETHER}guides/", reading.guides, name="guides"),
    path(f"{TOGETHER}agenda/", preparing.coming, name="agendas"),
    path(AGENDA, preparing.one, name="agenda"),
    path(f"{AGENDA}begin/", preparing.begin, name="agenda-begin"),
    path(f"{AGENDA}plan/", preparing.use, name="agenda-plan"),
    path(f"{AGENDA}ideas/", preparing.ideas, name="agenda-ideas"),
    path(f"{AGENDA}send/", preparing.send, name="agenda-send"),
    path(f"{AGENDA}approve/", preparing.approve, name="agenda-approve"),
    path(f"{AGENDA}ask/", preparing.ask, name="agenda-ask"),
    path(f"{AGENDA}points/new/", points.write, name="agenda-add"),
    path(f"{AGENDA}points/<int:item>/", points.write, name="agenda-item"),
    path(f"{AGENDA}points/<int:item>/up/", points.lift, name="agenda-lift"),
    path(f"{AGENDA}points/<int:item>/off/", points.drop, name="agenda-drop"),
    path(f"{TOGETHER}experiment/", trying.choose, name="experiment"),
    path(EXPERIMENT, trying.tell, name="experiment-tell"),
    path(f"{EXPERIMENT}remind/", trying.remind, name="experiment-remind"),
    path(f"{EXPERIMENT}other/", trying.exchange, name="experiment-other"),
    path(f"{TOGETHER}goals/new/", aiming.write, name="goal-new"),
    path(GOAL, aiming.write, name="goal"),
    path(f"{GOAL}steps/<int:step>/", aiming.tick, name="goal-tick"),
    path(f"{GOAL}close/", aiming.close, name="goal-close"),
    path(f"{GOAL}reopen/", aiming.reopen, name="goal-reopen"),
    path(f"{TOGETHER}took/<slug:meeting_id>/", telling.took, name="took"),
    path(f"{TOGETHER}question/", telling.ask, name="ask"),
    path(f"{TOGETHER}question/<slug:question_id>/", telling.answer, name="answer"),
    path(f"{TOGETHER}question/<slug:question_id>/later/", telling.later, name="answer-later"),
]
