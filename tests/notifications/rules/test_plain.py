"""The text part says what the HTML says."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from viceversa.notifications.rules.plain import WIDTH, first_act, plain

WORDS = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12)


def test_headings_lists_quotations_and_links_become_text() -> None:
    html = """<html><head><title>No</title><style>p { color: red }</style></head><body>
      <h1>Buongiorno, Nicolò</h1><p>Una riga<br>e un’altra.</p>
      <ul><li>prima</li><li>seconda</li></ul>
      <blockquote><p>Parole <em>sue</em></p></blockquote>
      <p class="act"><a href="https://m.example/i/?a=1&amp;b=2">Leggi e rispondi</a></p>
      </body></html>"""
    assert plain(html) == (
        "Buongiorno, Nicolò\n\nUna riga\ne un’altra.\n\n- prima\n- seconda\n\n> Parole sue\n\n"
        "Leggi e rispondi: https://m.example/i/?a=1&b=2\n"
    )


@given(st.lists(WORDS, min_size=1, max_size=40))
def test_what_somebody_typed_comes_back_as_it_was(words: list[str]) -> None:
    assert plain(f"<p>{escape(' '.join(words))}</p>").split() == " ".join(words).split()


def test_lines_are_short_and_a_link_is_never_broken() -> None:
    address = "https://mentoring.company.example/" + "x" * 120 + "-y/"
    text = plain(f'<p>{"parola " * 40}<a href="{address}">{address}</a></p>')
    assert address in text.splitlines()[-1]
    assert all(len(line) <= WIDTH for line in text.splitlines()[:-1])


def test_the_first_act_is_found_and_other_links_are_not() -> None:
    html = (
        '<p><a href="/other">x</a></p><p class="act"><a href="/go?a&amp;b">Vai  <b>qui</b></a></p>'
    )
    assert first_act(html) == {"address": "/go?a&b", "label": "Vai qui"}
    assert first_act("<p>nothing</p>") == {"address": "", "label": ""}
