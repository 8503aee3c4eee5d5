"""What the partners of a relationship let the viewer know of themselves."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.measurement.queries.shared import partners_of
from viceversa.measurement.rules.answers import Answer
from viceversa.web import guards
from viceversa.web.participant.preparing import words
from viceversa.web.participant.together.frame import framed


@guards.signed_in
@require_safe
def theirs(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show curiosity and shared self-checks of the others."""
    member = guards.member(request, public_id)
    shown = [
        {
            "member": each.member,
            "curious": words.titles(each.curious),
            "sheets": [
                (self_check.get_wave_display(), words.areas(_said(answers)))
                for self_check, answers in each.sheets
            ],
        }
        for each in partners_of(member)
    ]
    context = framed(member, "together") | {"partners": shown}
    return TemplateResponse(request, "participant/preparing/theirs.html", context)


def _said(answers: dict[str, Answer]) -> dict[str, Answer]:
    """Return the answers that were given; a question passed is nobody’s business."""
    return {code: each for code, each in answers.items() if not each.passed}
