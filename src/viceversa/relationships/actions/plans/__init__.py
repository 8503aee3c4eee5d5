"""Verbs of preparing and keeping: agenda, experiment, goal, takeaway, question."""

from viceversa.relationships.actions.plans.agenda import (
    UnableToPrepare,
    approve_agenda,
    ask_for_item,
    send_agenda,
)
from viceversa.relationships.actions.plans.experiments import (
    UnableToTry,
    choose_experiment,
    note_outcome,
    remind_of_experiment,
    set_experiment_aside,
)
from viceversa.relationships.actions.plans.goals import (
    UnableToSetGoal,
    close_goal,
    reopen_goal,
    tick_step,
    write_goal,
)
from viceversa.relationships.actions.plans.items import (
    begin_agenda,
    drop_item,
    lift_item,
    use_plan,
    write_ideas,
    write_item,
)
from viceversa.relationships.actions.plans.questions import (
    UnableToAsk,
    answer_question,
    ask_question,
    promise_answer,
)
from viceversa.relationships.actions.plans.reminding import (
    remind_of_agendas,
    remind_of_experiments,
)
from viceversa.relationships.actions.plans.takeaways import UnableToKeep, write_takeaway

__all__ = [
    "UnableToAsk",
    "UnableToKeep",
    "UnableToPrepare",
    "UnableToSetGoal",
    "UnableToTry",
    "answer_question",
    "approve_agenda",
    "ask_for_item",
    "ask_question",
    "begin_agenda",
    "choose_experiment",
    "close_goal",
    "drop_item",
    "lift_item",
    "note_outcome",
    "promise_answer",
    "remind_of_agendas",
    "remind_of_experiment",
    "remind_of_experiments",
    "reopen_goal",
    "send_agenda",
    "set_experiment_aside",
    "tick_step",
    "use_plan",
    "write_goal",
    "write_ideas",
    "write_item",
    "write_takeaway",
]
