"""From an answer to what the report shows: every number and sentence, no markup."""

from collections.abc import Callable, Iterator, Sequence

from viceversa.matching.rules import answer
from viceversa.matching.rules.records import PersonRecord, Role
from viceversa.matching.rules.sentences import LeftOut, Teller, Tongue
from viceversa.ops.matching_files.inputs import Inputs
from viceversa.ops.matching_report import LeftView, PairView, PersonView, Proof, Report
from viceversa.ops.matching_report.words import words_in
from viceversa.ops.words import Words

MOST_TOLD = 2_000  # pairs with reasons; beyond that a page would be too heavy to open
type Progress = Callable[[int, int], None]
SHOWN = 12  # characters of a fingerprint


def report_of(
    inputs: Inputs,
    problem: answer.Problem,
    solution: answer.Solution,
    left: Sequence[tuple[answer.Unmatched, LeftOut]],
    teller: Teller,
    command: str,
    progress: Progress,
) -> Report:
    """The report in the teller's language; beyond `MOST_TOLD` pairs the first by name are told.

    `progress` hears how many pairs are told, of how many.
    """
    tongue, words = teller.tongue, words_in(teller.language)
    total = answer.total_of(solution)
    mentees, mentors = problem.shape
    pairs = sorted(
        solution.pairs, key=lambda p: (_sorting(teller, p.mentee), _sorting(teller, p.mentor))
    )
    return Report(
        language=teller.language,
        source=inputs.people.name,
        mentees=mentees,
        mentors=mentors,
        possible=mentees * mentors,
        feasible=answer.feasible(problem),
        proof=Proof(
            tongue.decimal(total.value, 3),
            tongue.decimal(total.bound, 3),
            tongue.decimal(total.bound - total.value, 3),
            total.gap == 0,
        ),
        fits=[pair.score for pair in solution.pairs],
        pairs=_told(pairs[:MOST_TOLD], problem, teller, progress),
        left=[_left(one, said, teller) for one, said in left],
        facts=list(_facts(inputs, solution, tongue, words)),
        remarks=inputs.remarks,
        command=command,
    )


def _told(
    pairs: Sequence[answer.Pair], problem: answer.Problem, teller: Teller, progress: Progress
) -> list[PairView]:
    told = []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        told.append(_pair(pair, problem, teller))
    return told


def _sorting(teller: Teller, person: str) -> tuple[str, str]:
    return teller.name(person).casefold(), person


def _pair(pair: answer.Pair, problem: answer.Problem, teller: Teller) -> PairView:
    mentor, mentee = pair.mentor, pair.mentee
    return PairView(
        mentor=_person(teller.person(mentor)),
        mentee=_person(teller.person(mentee)),
        fit=pair.score,
        exchange=teller.exchange(mentor, mentee),
        reasons=teller.reasons(mentor, mentee, answer.parts_of(pair)),
        rules=teller.rules(mentor, mentee, answer.rules_for(problem, mentor, mentee)),
    )


def _left(one: answer.Unmatched, said: LeftOut, teller: Teller) -> LeftView:
    role: Role = "mentee" if one.role == "mentee" else "mentor"
    return LeftView(_person(teller.person(one.person)), role, said.in_the_way, said.would_help)


def _person(record: PersonRecord) -> PersonView:
    line = ", ".join(part for part in (record.title, record.site) if part)
    return PersonView(record.name or record.id, record.short, _initials(record), line)


def _initials(record: PersonRecord) -> str:
    rest = record.name.removeprefix(record.given).strip() if record.given else ""
    letters = record.short[:1] + (rest or record.short[1:])[:1]
    return letters.upper()


def _facts(
    inputs: Inputs, solution: answer.Solution, tongue: Tongue, words: Words
) -> Iterator[tuple[str, str]]:
    policy = inputs.policy
    yield words("fact.aim"), words(f"aim.{policy.objective}")
    parts = solution.pairs[0].contributions if solution.pairs else {}
    counted = sorted(parts.items(), key=lambda part: -part[1].weight_share)
    if counted:
        yield (
            words("fact.weights"),
            ", ".join(
                f"{words(f'criterion.{name}')} {round(part.weight_share * 100)}"
                for name, part in counted
                if part.weight_share
            ),
        )
    yield words("fact.worst"), tongue.decimal(min((p.score for p in solution.pairs), default=0))
    yield words("fact.read_on"), tongue.day(inputs.roster.on)
    yield words("fact.zone"), inputs.roster.time_zone
    yield words("fact.people"), f"{inputs.people.name} · {_fingerprint(inputs.people.sha256)}"
    rules = inputs.rules
    told = f"{rules.name} · {_fingerprint(rules.sha256)}" if rules else words("fact.defaults")
    yield words("fact.policy"), told


def _fingerprint(digest: str) -> str:
    """The beginning of a SHA-256 in groups of four."""
    start = digest[:SHOWN]
    return "·".join(start[k : k + 4] for k in range(0, SHOWN, 4))
