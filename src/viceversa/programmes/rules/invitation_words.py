"""The sponsor's letter before the sponsor has changed a word: courteous, and in Italian in Lei."""

PLACEHOLDER = "{programme}"

USUAL: dict[tuple[str, str], str] = {
    ("mentee", "en"): """\
I would like to invite you personally to take part in “{programme}”.

A younger colleague gives you an hour a month on a subject of your choice: new tools, new media, \
what the next generation expects. In return I ask you to share some of your own experience.

What the two of you say stays between you and never enters any appraisal. You may answer yes, no \
or later, and you owe nobody a reason.""",
    ("mentee", "it"): """\
Desidero invitarLa personalmente a prendere parte a «{programme}».

Una persona più giovane dell’azienda Le dedica un’ora al mese su un tema scelto da Lei: nuovi \
strumenti, nuovi media, ciò che la prossima generazione si aspetta. In cambio Le chiedo di \
condividere un poco della Sua esperienza.

Quanto vi direte resta tra voi e non entra in alcuna valutazione. Può rispondere di sì, di no o \
più avanti, senza dover dare spiegazioni.""",
    ("mentor", "en"): """\
I would like to invite you to take part in “{programme}” as a mentor.

Much of what is everyday practice for you is new and valuable to those who lead this company. An \
hour a month of your knowledge brings you their time, their attention and their experience in \
return. We prepare you for it and do not leave you alone.

What the two of you say stays between you and never enters any appraisal. You may answer yes, no \
or later, and you owe nobody a reason.""",
    ("mentor", "it"): """\
Desidero invitarLa a prendere parte a «{programme}» come mentor.

Molto di ciò che per Lei è pratica quotidiana è nuovo e prezioso per chi guida questa azienda. \
Un’ora al mese delle Sue conoscenze Le porta in cambio tempo, ascolto ed esperienza. C’è una \
preparazione, e un sostegno lungo tutto il percorso.

Quanto vi direte resta tra voi e non entra in alcuna valutazione. Può rispondere di sì, di no o \
più avanti, senza dover dare spiegazioni.""",
}


def usual(role: str, language: str, programme: str) -> str:
    """Return the usual letter to a role in a language."""
    return USUAL[role, language].replace(PLACEHOLDER, programme)


def paragraphs(words: str) -> list[str]:
    """Return a letter as paragraphs; a blank line parts them."""
    blocks = words.replace("\r\n", "\n").split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]
