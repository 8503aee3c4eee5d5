"""A mistake in a tag is told at once, with the words that would have been right."""

import pytest
from django.template import Context, Template, TemplateSyntaxError


def drawn(source: str, **values: object) -> str:
    return Template(source).render(Context(values))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('{% button "Go" colour="red" %}', "has no attribute “colour”. It has: label, kind"),
        ('{% button "Go" kind="loud" %}', "kind cannot be “loud”. It can be “plain”, “primary”"),
        ("{% button %}", "needs label"),
        ('{% button "Go" "there" %}', '"there" needs a name'),
        ('{% button "Go" label="Stay" %}', "has label twice"),
        ('{% person "Zoë" data-x="1" %}', "has no attribute “data-x”"),
        (
            '{% dialog id="d" title="T" %}{% slot foot %}{% endslot %}{% enddialog %}',
            "has no slot “foot”. It has: footer",
        ),
        ("{% slot footer %}{% endslot %}", "stands outside a component"),
        (
            '{% dialog id="d" title="T" %}{% slot %}{% endslot %}{% enddialog %}',
            "takes the name of the slot",
        ),
    ],
)
def test_a_mistake_is_told_when_the_template_is_read(source: str, says: str) -> None:
    with pytest.raises(TemplateSyntaxError) as told:
        Template(source)
    assert says in str(told.value)


def test_a_value_outside_the_list_is_told_when_it_comes_from_the_view() -> None:
    with pytest.raises(TemplateSyntaxError, match="cannot be “boss”"):
        drawn("{% mono name role=role %}", name="Zoë", role="boss")


def test_an_icon_that_does_not_exist_is_told() -> None:
    with pytest.raises(TemplateSyntaxError, match="no icon “unicorn”"):
        drawn('{% icon "unicorn" %}')


def test_what_is_passed_on_reaches_the_root_element_escaped() -> None:
    html = drawn('{% button "Go" hx-get="/x" data-note=note aria-expanded="false" %}', note='"><i>')
    assert 'hx-get="/x"' in html
    assert 'data-note="&quot;&gt;&lt;i&gt;"' in html
    assert 'aria-expanded="false"' in html


def test_values_are_escaped() -> None:
    assert "<script>" not in drawn("{% button label %}", label="<script>")
    assert "&lt;script&gt;" in drawn("{% button label %}", label="<script>")


def test_a_slot_inside_a_condition_reaches_its_own_component() -> None:
    source = (
        '{% section title="Outer" %}{% if yes %}{% slot actions %}{% button "Out" %}{% endslot %}'
        '{% endif %}{% empty title="Inner" %}{% slot actions %}{% button "In" %}{% endslot %}'
        "{% endempty %}{% endsection %}"
    )
    html = drawn(source, yes=True)
    header = html[html.index("<header") : html.index("</header>")]
    assert "Out<" in header
    assert "In<" not in header
    assert "In</button>" in html[html.index("</header>") :]
    assert "Out<" not in drawn(source, yes=False)


def test_content_sees_the_variables_of_the_page() -> None:
    source = '{% notice title="N" %}{% for n in names %}<p>{{ n }}</p>{% endfor %}{% endnotice %}'
    assert "<p>Ionuț</p><p>Zoë</p>" in drawn(source, names=["Ionuț", "Zoë"])
