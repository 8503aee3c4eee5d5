"""The words matching uses for policies, flags and states of a job, in sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from viceversa.programmes.rules.policy import WEIGHTS, MatchingPolicy

AIMS = {
    "nobody-left-out": gettext_lazy("Nobody left out, then best fit"),
    "best-fit": gettext_lazy("Best fit, even if someone waits"),
    "protect-the-worst-off": gettext_lazy("Nobody left out, then protect the smallest fits"),
    "worst-first": gettext_lazy("Nobody left out, then raise the smallest fit first"),
}
CRITERIA = {
    "topics": gettext_lazy("topics"),
    "reciprocity": gettext_lazy("in return"),
    "language": gettext_lazy("language"),
    "availability": gettext_lazy("time"),
    "mixing": gettext_lazy("distance"),
    "preferences": gettext_lazy("names written down"),
    "waiting": gettext_lazy("time waited"),
    "style": gettext_lazy("ways of working"),
}
WORDS = {
    "must": gettext_lazy("must"),
    "high": gettext_lazy("high"),
    "medium": gettext_lazy("medium"),
    "low": gettext_lazy("low"),
    "off": gettext_lazy("off"),
}
FLAGS = {
    "rule-set-aside": gettext_lazy("a rule is set aside"),
    "nothing-given": gettext_lazy("none of the wished topics is covered"),
    "nothing-returned": gettext_lazy("nothing asked for comes back"),
    "slight-fit": gettext_lazy("slight fit, far from the others"),
}
STAGES = {
    "waiting": gettext_lazy("Waiting for its turn"),
    "candidates": gettext_lazy("Looking for the best candidates of everybody"),
    "pricing": gettext_lazy("Asking every pair whether it could do better"),
    "assigning": gettext_lazy("Putting the pairs together"),
    "done": gettext_lazy("Writing down the answer"),
}
# By the engine's codes of faults: those that a round's own data can have.
FAILURES = {
    "pin-breaks-rule": gettext_lazy(
        "A pinned pair breaks a hard rule by now. Lift the pin, or pin the two again as an "
        "exception."
    ),
    "pins-beyond-capacity": gettext_lazy(
        "Somebody is pinned to more people than they have places for. Lift a pin, or give them "
        "one more place."
    ),
    "pin-and-ban": gettext_lazy("A pair is both pinned and forbidden. Lift one of the two."),
    "unknown-person": gettext_lazy(
        "Somebody who is pinned or forbidden no longer takes part. Lift that, or enrol them again."
    ),
    "weights": gettext_lazy("Every criterion is off. Let at least one count, in the policy."),
}


def aim_name(objective: str, strength: float | None = None) -> str:
    """Say an aim; where it has a strength, with it."""
    name = str(AIMS[objective])
    if strength is None:
        return name
    return _("%(aim)s (strength %(strength)s)") % {
        "aim": name,
        "strength": number_format(strength, 1),
    }


def aim_word(objective: str, strength: float | None = None) -> str:
    """Say an aim in a word or two, for a chart."""
    word = {
        "nobody-left-out": _("nobody left out"),
        "best-fit": _("best fit"),
        "protect-the-worst-off": _("protected"),
        "worst-first": _("smallest first"),
    }[objective]
    return word if strength is None else f"{word} {number_format(strength, 1)}"


def weights_line(policy: MatchingPolicy) -> str:
    """`topics high, in return high, language must, …`: the heaviest first, those off left out."""
    words = [(name, getattr(policy.weights, name)) for name in CRITERIA]
    counted = sorted(
        (pair for pair in words if pair[1] != "off"), key=lambda pair: WEIGHTS.index(pair[1])
    )
    return ", ".join(f"{CRITERIA[name]} {WORDS[word]}" for name, word in counted)


def rule_lines(policy: MatchingPolicy) -> list[str]:
    """Say each hard rule of a policy in a sentence."""
    rules = policy.rules
    lines = [
        ngettext(
            "The mentor’s level is at least %(count)s step below the mentee’s.",
            "The mentor’s level is at least %(count)s steps below the mentee’s.",
            rules.minimum_step,
        )
        % {"count": rules.minimum_step},
        ngettext(
            "Nobody meets their own line, %(count)s step up or down.",
            "Nobody meets their own line, %(count)s steps up or down.",
            rules.line_depth,
        )
        % {"count": rules.line_depth},
    ]
    if rules.siblings_reports:
        lines.append(_("Nobody meets the teams next to their own line."))
    if rules.same_unit == "exclude":
        lines.append(_("Nobody meets their own team."))
    if rules.minimum_overlap:
        lines.append(
            _("At least %(minutes)s minutes a week in common, where both declared their time.")
            % {"minutes": rules.minimum_overlap}
        )
    lines.append(
        _("A mentor guides on a topic from level %(level)s of 8.") % {"level": rules.mentor_level}
    )
    if rules.previous == "exclude":
        lines.append(_("Earlier partners do not meet again in this way."))
    return lines


def circle_faults(codes: Sequence[str]) -> str:
    """Say what a circle could not keep; nothing where it keeps everything."""
    words = {
        "apart": _("two people who should not meet"),
        "units": _("all from one unit"),
        "levels": _("all of one level"),
        "topics": _("some wishes nobody here can meet"),
    }
    return "; ".join(words[code] for code in codes)


def flag_words(flags: list[str]) -> str:
    """Say why a proposal deserves a look."""
    return "; ".join(str(FLAGS[flag]) for flag in flags if flag in FLAGS)


def failure_sentences(codes: Sequence[str]) -> list[str]:
    """Say why a solving found no answer, each reason once; the log has whom it concerns."""
    unknown = _("Something unexpected happened; the server’s log has the details.")
    return list(dict.fromkeys(str(FAILURES.get(code, unknown)) for code in codes))


def progress_sentence(progress: Mapping[str, Any]) -> str:
    """Say how far a solving has come: stage, pass, pairs looked at."""
    stage = str(STAGES.get(progress.get("stage", "waiting"), STAGES["waiting"]))
    if not progress.get("passes"):
        return stage + "."
    return _("%(stage)s. Pass %(pass)s.") % {"stage": stage, "pass": progress["passes"]}


def progress_of(progress: Mapping[str, Any]) -> dict[str, Any]:
    """What a page says of a solving under way; `done` is None where the length is not known."""
    pricing = progress.get("stage") == "pricing" and progress.get("of")
    known = progress.get("bound") is not None and progress.get("value") is not None
    return {
        "sentence": progress_sentence(progress),
        "done": min(progress["pairs"], progress["of"]) if pricing else None,
        "of": progress.get("of"),
        "gap": progress["bound"] - progress["value"] if known else None,
    }


def policy_key(key: str) -> str:
    """Say which key of a policy it is: `weights.topics` is “weight of topics”."""
    section, _dot, name = key.partition(".")
    if section == "weights":
        return _("weight of %(criterion)s") % {"criterion": CRITERIA[name]}
    return {
        "objective": _("aim"),
        "strength": _("strength of protection"),
        "levels": _("table of grades"),
        "rules.minimum_step": _("steps between the levels"),
        "rules.line_depth": _("depth of the reporting line"),
        "rules.siblings_reports": _("teams next to one’s own line"),
        "rules.same_unit": _("same team"),
        "rules.mentor_level": _("level from which one guides"),
        "rules.minimum_overlap": _("common minutes a week"),
        "rules.previous": _("earlier partners"),
    }[key]


def policy_value(key: str, value: object) -> str:
    """Say the value of a key of a policy."""
    if key == "objective":
        return str(AIMS[str(value)])
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in ("exclude", "allow"):
        return _("excluded") if value == "exclude" else _("allowed")
    if key == "levels" and isinstance(value, dict):
        return ", ".join(f"{grade} = {level}" for grade, level in value.items()) or "–"
    return str(WORDS.get(str(value), value))
