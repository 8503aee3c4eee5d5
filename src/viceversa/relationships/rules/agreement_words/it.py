"""Il patto proposto in italiano: parla al noi, senza parole che si accordano con chi lo firma."""

from collections.abc import Sequence

from viceversa.relationships.rules.agreement_words.facts import Facts


def write(facts: Facts) -> dict[str, str]:
    """Return the words of every part by its code."""
    return {
        "purpose": _purpose(facts),
        "topics": _topics(facts),
        "rhythm": _rhythm(facts),
        "moving": (
            "Chi deve spostare un incontro propone subito altri tre orari, se può il giorno prima. "
            "Dopo due spostamenti di fila ci sentiamo comunque per un quarto d’ora, anche al "
            "telefono. Chi tiene l’agenda di uno di noi può muovere le date."
        ),
        "feedback": (
            "A fine incontro, un minuto a testa: che cosa mi porto via, che cosa vorrei diverso. "
            "Parliamo di ciò che è stato fatto e detto, non della persona. Interrompere con una "
            "domanda è benvenuto, qualunque sia il grado; «non lo sapevo» non chiede spiegazioni."
        ),
        "confidentiality": (
            "Quello che ci diciamo resta tra noi; ciascuno può chiedere che una cosa non si "
            "scriva. Chi coordina vede date e stati, mai i contenuti. Il silenzio cade solo se "
            "qualcuno rischia un danno serio o se la legge ci obbliga, e ce lo diciamo prima."
        ),
        "no-reprisal": (
            "Niente di questo percorso entra in valutazioni, premi o carriera, né ora né dopo, e a "
            "nessuno si chiede di riferire su altri. Dissentire, dire di no o segnalare un "
            "problema non ha conseguenze sul lavoro."
        ),
        "ending": _ending(facts),
    }


def _purpose(facts: Facts) -> str:
    if facts.circle:
        return (
            "Per imparare a vicenda, attraverso funzioni e ruoli: chi è di casa tra "
            "strumenti e abitudini nuove li condivide, chi decide e guida da più tempo racconta "
            "come si fa. Ognuno dà e ognuno riceve."
        )
    mentors, mentees = _list(facts.mentors), _list(facts.mentees)
    can = "possa" if len(facts.mentees) == 1 else "possano"
    knows = "sa" if len(facts.mentors) == 1 else "sanno"
    sees = "veda" if len(facts.mentors) == 1 else "vedano"
    return (
        f"Perché {mentees} {can} usare con le proprie mani, e giudicare di persona, ciò che "
        f"{mentors} {knows} mostrare; e perché {mentors} {sees} da vicino come si decide e come si "
        "lavora altrove in azienda. Diamo e riceviamo a vicenda."
    )


def _topics(facts: Facts) -> str:
    give = (
        _list([f"«{name}»" for name in facts.gives])
        or "ciò che scegliamo insieme al primo incontro"
    )
    back = _topic_list(facts.returns) or "ciò che chiediamo al primo incontro"
    lead = "ognuno" if facts.circle else _list(facts.mentors)
    gives = "porta" if facts.circle or len(facts.mentors) == 1 else "portano"
    return (
        f"Dentro: {lead} {gives} {give}; in cambio arriva {back}. Strada facendo possiamo "
        "aggiungere altro. Fuori: colleghi per nome, stipendi, riorganizzazioni in corso, e ciò di "
        "cui uno di noi preferisce non parlare, senza spiegazioni."
    )


def _rhythm(facts: Facts) -> str:
    low, high = facts.minutes
    length = f"{low}" if low == high else f"{low}–{high}"
    every = "ogni settimana" if facts.weeks == 1 else f"circa ogni {facts.weeks} settimane"
    office = (
        "mai nell’ufficio di uno di noi"
        if facts.circle
        else f"mai nell’ufficio di {' o di '.join(facts.mentees)}"
    )
    return (
        f"{facts.meetings} incontri di {length} minuti in {facts.months} mesi, {every}. In un "
        f"luogo neutro, {office}; in video quando qualcuno è in viaggio. Tra un incontro e l’altro "
        "ci scriviamo con la posta o la chat aziendale, in orario di lavoro; nessuno deve "
        "rispondere in giornata."
    )


def _ending(facts: Facts) -> str:
    advice = (
        f"Per un consiglio riservato c’è {facts.counsellor}, persona di fiducia del programma, "
        "fuori dalle nostre linee gerarchiche."
        if facts.counsellor
        else "Per un consiglio riservato c’è la persona di fiducia del programma."
    )
    return (
        "Ciascuno può chiudere in ogni momento, senza dare spiegazioni e senza colpa. "
        f"{advice} All’ultimo incontro ci ringraziamo e decidiamo se continuare, scambiarci i "
        "ruoli o salutarci qui."
    )


def _topic_list(topics: Sequence[str]) -> str:
    return _list([f"«{topic}»" for topic in topics])


def _list(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} e {names[-1]}"
