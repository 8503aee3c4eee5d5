"""What a reader, a keyboard or a screen reader meets in the components."""

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from viceversa.web.ui.initials import initials


def drawn(source: str, **values: object) -> str:
    return Template(source).render(Context(values))


def asked(source: str, address: str, **values: object) -> str:
    request = RequestFactory().get(address)
    return drawn(source, request=request, **values)


class Example(forms.Form):
    name = forms.CharField(label="Name", help_text="As colleagues call you.")
    why = forms.CharField(label="Why", required=False)
    reach = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Sofia D’Agnolo", "SD"),
        ("Lucia De Luca", "LD"),
        ("Yasmine El Idrissi", "YE"),
        ("Maria Chiara Rossi", "MR"),
        ("Zoë", "ZO"),
        ("", ""),
        (None, ""),
        ("Jean-Luc van den Berg", "JV"),
    ],
)
def test_initials(name: str | None, letters: str) -> None:
    assert initials(name) == letters


@given(st.text(max_size=60))
def test_initials_of_anything_are_short(name: str) -> None:
    assert len(initials(name)) <= 4  # ß in capitals is two letters


def test_an_icon_button_says_its_name() -> None:
    html = drawn('{% button "More actions" icon="ellipsis" icon_only=True %}')
    assert 'aria-label="More actions"' in html
    assert ">More actions<" not in html


def test_a_field_ties_help_and_error_to_its_control() -> None:
    html = drawn("{% field form.name %}", form=Example({"name": "", "reach": "a"}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert "(optional)" not in html
    assert "(optional)" in drawn("{% field form.why %}", form=Example())


def test_a_group_of_choices_is_a_fieldset_with_a_legend() -> None:
    html = drawn("{% field form.reach %}", form=Example())
    assert html.count("<legend") == 1
    assert html.count('type="radio"') == 2


def test_the_summary_leads_to_each_wrong_field_and_is_absent_otherwise() -> None:
    html = drawn("{% form_errors form %}", form=Example({"name": ""}))
    assert 'href="#id_name"' in html
    assert 'href="#id_reach_0"' in html
    assert "2 things to put right" in html
    assert drawn("{% form_errors form %}", form=Example()) == ""


def test_a_column_sorts_one_way_then_the_other_and_keeps_the_filters() -> None:
    source = '{% column "Name" sort="name" current=sort %}'
    first = asked(source, "/people/?q=Rossi&page=3", sort="")
    assert 'href="?q=Rossi&amp;sort=name"' in first
    assert "aria-sort" not in first
    then = asked(source, "/people/?q=Rossi&sort=name", sort="name")
    assert 'aria-sort="ascending"' in then
    assert 'href="?q=Rossi&amp;sort=-name"' in then


def test_the_pager_says_where_one_is_and_keeps_the_filters() -> None:
    page = Paginator(range(208), 20).get_page(2)
    html = asked('{% pager page=page label="Pages" %}', "/people/?q=a&page=2", page=page)
    assert "21–40 of 208" in html
    assert 'aria-current="page">2<' in html
    assert 'href="?q=a&amp;page=3" rel="next"' in html


def test_a_list_of_one_page_has_no_page_numbers() -> None:
    page = Paginator(range(3), 20).get_page(1)
    html = asked('{% pager page=page label="Pages" %}', "/", page=page)
    assert "1–3 of 3" in html
    assert "<a" not in html


def test_filters_keep_the_order_and_offer_a_button() -> None:
    source = '{% filters label="Find" search="x" search_label="Name" %}{% endfilters %}'
    html = asked(source, "/people/?sort=-name&q=x&page=4")
    assert '<input type="hidden" name="sort" value="-name">' in html
    assert 'name="page"' not in html
    assert 'type="submit"' in html


def test_an_empty_lane_asks() -> None:
    html = drawn('{% exchange mentor="Sofia" mentee="Alberto" gives="Charts" %}')
    assert html.count('class="lane"') == 2
    assert "Charts" in html
    assert "worth asking" in html


def test_a_lane_takes_one_text_even_before_it_is_translated() -> None:
    html = drawn('{% exchange mentor="S" mentee="A" gives=text %}', text=gettext_lazy("Fit"))
    assert "<p>Fit</p>" in html


def test_the_bar_of_a_reason_never_leaves_its_weight() -> None:
    html = drawn('{% reason title="t" earned=0.5 weight=0.2 scale=0.4 %}')
    assert 'class="c-soft" width="90.0"' in html
    assert 'class="c-ink" width="90.0"' in html
    assert "width" in drawn('{% reason title="t" earned=0 weight=0 scale=0 %}')


def test_a_dialog_opens_without_scripts_of_ours_and_closes_without_any() -> None:
    html = drawn(
        '{% button "Forbid" open="forbid" %}{% dialog id="forbid" title="Never?" %}{% enddialog %}'
    )
    assert 'commandfor="forbid"' in html
    assert 'command="show-modal"' in html
    assert 'method="dialog"' in html
    assert 'aria-labelledby="forbid-title"' in html


def test_a_one_button_form_is_protected_against_forgery() -> None:
    html = drawn('{% post "Pin" action="/x" %}<input name="v">{% endpost %}', csrf_token="secret")
    assert 'name="csrfmiddlewaretoken" value="secret"' in html
    assert '<input name="v">' in html


def test_a_raw_line_marks_what_is_doubtful_and_escapes_the_rest() -> None:
    assert "a&lt;b<mark>,</mark>c" in drawn('{% raw_line text mark="," %}', text="a<b,c")
    assert "<mark>" not in drawn("{% raw_line text start=9 end=12 %}", text="short")


def test_the_role_is_said_where_the_shape_stands_alone() -> None:
    assert 'aria-label="Mentor"' in drawn('{% role_mark "mentor" %}')
    assert 'aria-hidden="true"' in drawn('{% role_mark "mentor" silent=True %}')
    assert drawn('{% role_mark "" %}') == ""


def test_progress_shows_as_many_steps_as_there_are() -> None:
    html = drawn("{% progress done=9 total=6 %}")
    assert html.count("data-done") == 6
