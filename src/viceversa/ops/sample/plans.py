"""What the pairs prepare, try, want and take away, by the real actions, around each meeting."""

from datetime import datetime, timedelta

from viceversa.kernel.actor import Actor
from viceversa.ops.sample import plan_texts as texts
from viceversa.ops.sample.shape import Language
from viceversa.relationships.actions import plans as actions
from viceversa.relationships.choices import Format, Gives, MemberRole
from viceversa.relationships.models import Experiment, Meeting, Member, Question, Relationship
from viceversa.relationships.queries.plans import ideas_for
from viceversa.relationships.rules.plans import RUNGS, find

CAST = ("Nicolò Pavesi", "Francesca Dell’Orto")
LAST = 3  # the meeting from which the pairs of the sample have a rung of their own choice


def before(
    meeting: Meeting, number: int, language: Language, now: datetime, *, ahead: bool = False
) -> None:
    """Prepare an agenda for a meeting that is agreed, some days before it; most are sent.

    `ahead`: it is still to come when the company is loaded. Then Nicolò’s is on its way, for the
    page that one enters on, and a few have not been begun.
    """
    pair = meeting.relationship
    mentor, mentee = _sides(pair)
    cast = _is_cast(mentor, mentee)
    if meeting.keep_alive or (ahead and pair.pk % 5 == 0 and not cast):
        return
    if cast and ahead:
        _ask(mentor, texts.QUESTIONS[0](language), now - timedelta(hours=5))
        _on_its_way(mentor, meeting, language, now)
        return
    if number > 1:
        _ask(mentor, texts.QUESTIONS[(pair.pk + number) % len(texts.QUESTIONS)](language), now)
    _use(mentor, meeting, _plan(number, pair), language, now)
    if ahead and pair.pk % 3 == 0:
        return
    actions.send_agenda(member=mentor, meeting=meeting, actor=_as(mentor), now=now)
    later = now if ahead else now + timedelta(hours=9)
    if not ahead or pair.pk % 2:
        actions.approve_agenda(member=mentee, meeting=meeting, actor=_as(mentee), now=later)


def after(meeting: Meeting, number: int, language: Language, now: datetime) -> None:
    """Keep what each took away from a meeting just held, and choose something to try."""
    pair = meeting.relationship
    mentor, mentee = _sides(pair)
    cast, lot = _is_cast(mentor, mentee), pair.pk + number
    _answer(mentee, pair, lot, language, now)
    if number == 1:
        _aim(mentor, mentee, pair.pk, cast, language, now)
    if cast or lot % 4:
        for member in (mentee, mentor):
            said = texts.TAKEN[member.role]
            index = number - 1 if cast else lot
            _keep(member, meeting, said[index % len(said)](language), now)
    _tell(mentee, lot, language, now)
    if cast or lot % 3:
        _try(mentee, cast, number, language, now)


def _use(mentor: Member, meeting: Meeting, code: str, language: Language, now: datetime) -> None:
    who = _as(mentor)
    actions.use_plan(
        member=mentor, meeting=meeting, code=code, language=language, actor=who, now=now
    )


def _on_its_way(mentor: Member, meeting: Meeting, language: Language, now: datetime) -> None:
    """Leave an agenda as somebody leaves it at noon: almost there."""
    who = _as(mentor)
    title, text = texts.TOGETHER
    actions.write_item(
        member=mentor,
        meeting=meeting,
        item=None,
        title=title(language),
        text=text(language),
        minutes=max(meeting.minutes - 25, 5),
        gives=Gives.MENTOR,
        actor=who,
        now=now,
    )
    first, second = texts.IDEAS
    actions.write_ideas(
        member=mentor,
        meeting=meeting,
        first=first(language),
        second=second(language),
        actor=who,
        now=now,
    )


def _plan(number: int, pair: Relationship) -> str:
    """Return a kit for the first meeting, then tools, then whichever rung suits the pair."""
    if number == 1:
        return "a-circle-begins" if pair.format == Format.CIRCLE else "ground-rules-and-a-walk"
    rung = RUNGS[0] if number < LAST else RUNGS[(pair.pk + number) % len(RUNGS)]
    plans = find(rung=rung)
    return plans[(pair.pk + number) % len(plans)].code


def _aim(
    mentor: Member, mentee: Member, lot: int, cast: bool, language: Language, now: datetime
) -> None:
    for member in (mentee, mentor):
        goals = texts.GOALS[member.role]
        text, measure, steps = goals[0 if cast else lot % len(goals)]
        goal = actions.write_goal(
            member=member,
            goal=None,
            text=text(language),
            measure=measure(language),
            steps=[step(language) for step in steps],
            actor=_as(member),
            now=now,
        )
        done = 2 if cast and member is mentee else 1 if cast else lot % 3
        for step in list(goal.steps.all())[:done]:
            actions.tick_step(
                member=member, goal=goal, step=step.pk, done=True, actor=_as(member), now=now
            )


def _keep(member: Member, meeting: Meeting, text: str, now: datetime) -> None:
    actions.write_takeaway(member=member, meeting=meeting, text=text, actor=_as(member), now=now)


def _tell(mentee: Member, lot: int, language: Language, now: datetime) -> None:
    """Let the experiment of the time before have been tried."""
    open_ = Experiment.objects.filter(member=mentee, state="chosen").first()
    if open_:
        actions.note_outcome(
            member=mentee,
            experiment=open_,
            outcome=texts.OUTCOMES[lot % len(texts.OUTCOMES)](language),
            actor=_as(mentee),
            now=now - timedelta(days=2),
        )


def _try(mentee: Member, cast: bool, number: int, language: Language, now: datetime) -> None:
    ideas = ideas_for(mentee).ideas
    text = texts.MINUTES_TRIED(language) if cast and number == 1 else ideas[0] if ideas else ""
    if cast and number > 1:
        text = texts.IDEAS[0](language)
    if text:
        actions.choose_experiment(member=mentee, text=text, actor=_as(mentee), now=now)


def _ask(mentor: Member, text: str, now: datetime) -> None:
    actions.ask_question(member=mentor, text=text, actor=_as(mentor), now=now)


def _answer(
    mentee: Member, pair: Relationship, lot: int, language: Language, now: datetime
) -> None:
    for question in Question.objects.filter(relationship=pair, closed_at=None):
        actions.answer_question(
            member=mentee,
            question=question,
            text=texts.ANSWERS[lot % len(texts.ANSWERS)](language),
            actor=_as(mentee),
            now=now,
        )


def _sides(pair: Relationship) -> tuple[Member, Member]:
    """Return the first mentor and the first mentee."""
    members = list(pair.members.select_related("person", "relationship"))
    mentor = next(member for member in members if member.role == MemberRole.MENTOR)
    return mentor, next(member for member in members if member.role == MemberRole.MENTEE)


def _is_cast(mentor: Member, mentee: Member) -> bool:
    return (mentor.person.name, mentee.person.name) == CAST


def _as(member: Member) -> Actor:
    return Actor(kind="user", name=member.person.name)
