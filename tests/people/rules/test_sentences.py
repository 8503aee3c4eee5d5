"""Every code has its sentences in both languages, with the same blanks to fill."""

import re

from viceversa.people.rules.sentences import en, it

BLANK = re.compile(r"\{(\w+)\}")


def test_both_languages_know_the_same_codes_in_the_same_order() -> None:
    assert list(en.SENTENCES) == list(it.SENTENCES)


def test_a_translation_fills_the_same_blanks() -> None:
    differing = {
        code: (english, italian)
        for code in en.SENTENCES
        for english, italian in zip(en.SENTENCES[code], it.SENTENCES[code], strict=True)
        if set(BLANK.findall(english)) != set(BLANK.findall(italian))
    }
    assert differing == {}


def test_no_sentence_shouts_or_uses_typewriter_quotes() -> None:
    texts = [
        text for catalogue in (en, it) for pair in catalogue.SENTENCES.values() for text in pair
    ]
    assert [text for text in texts if "!" in text or "'" in text or '"' in text] == []
