"""The sentences in Italian: tu, and nothing that agrees with a person's gender. Keys as in `en`."""

from typing import Final

DAYS: Final = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
MONTHS: Final = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip

_SHAPES: Final = {
    "list.last": "{first} e {last}",
    "list.more.one": "un altro",
    "list.more.many": "altri {count}",
    "quoted": "«{name}»",
}

_TITLES: Final = {
    "title.topics": "Che cosa incuriosisce {mentee}",
    "title.reciprocity": "Che cosa vorrebbe {mentor} in cambio",
    "title.language": "Lingua",
    "title.availability": "Tempo nella settimana",
    "title.mixing": "Alla giusta distanza",
    "title.preferences": "Nomi indicati",
    "title.waiting": "Attesa",
    "title.style": "Modi di lavorare",
}

_REASONS: Final = {
    "topics.none": "{mentee} non ha ancora scelto argomenti: qui ogni mentor conta per metà.",
    "topics.nothing": "{mentee} vorrebbe {topics}; {mentor} fa da guida su altri argomenti.",
    "topics.first": "Il primo argomento di {mentee} è {topic}: {mentor} può fare da guida"
    " (livello {level} su 8).",
    "topics.first_digcomp": "Il primo argomento di {mentee} è {topic}: {mentor} può fare da guida"
    " (DigComp {digcomp}, livello {level} su 8).",
    "topics.also": "{mentor} copre anche {topics}.",
    "topics.others": "{mentor} può fare da guida su {topics}.",
    "topics.elsewhere.one": "{topics} resterebbe per un’altra persona.",
    "topics.elsewhere.many": "{topics} resterebbero per un’altra persona.",
    "topics.rest": "Il livello 8 su tutto avrebbe dato il resto.",
    "return.none": "{mentor} non ha chiesto nulla di preciso: qui ogni mentee conta per metà.",
    "return.nothing": "{mentor} vorrebbe {topics}, che {mentee} non indica.",
    "return.given.one": "{mentor} vorrebbe {topics}: è proprio ciò che {mentee} offre.",
    "return.given.many": "{mentor} vorrebbe {topics}: {mentee} offre tutto questo.",
    "return.elsewhere.one": "{topics} dovrebbe arrivare da un’altra parte.",
    "return.elsewhere.many": "{topics} dovrebbero arrivare da un’altra parte.",
    "language.undeclared": "Nessuna lingua indicata per {who}: qui conta la metà.",
    "language.apart": "{mentor} e {mentee} non indicano lingue in comune.",
    "language.first": "Prima lingua per tutte e due le persone: {language}.",
    "language.shared.one": "Lingua in comune: {languages}.",
    "language.shared.many": "Lingue in comune: {languages}.",
    "language.other_first": "Prima lingua di {name}: {language}.",
    "time.undeclared": "Ancora nessun orario libero indicato per {who}: qui conta la metà.",
    "time.apart": "{mentor} e {mentee} non indicano orari in comune.",
    "time.shared": "In comune: {windows}. In tutto {duration} alla settimana.",
    "time.clock": "Gli orari sono quelli di {mentee} ({zone}).",
    "time.rest": "Quattro ore in comune alla settimana avrebbero dato il resto.",
    "time.zero": "zero",
    "time.season": "Con il cambio dell’ora da una parte sola ({day}) il tempo in comune diventa"
    " {duration}.",
    "time.season_short.one": "Con il cambio dell’ora da una parte sola ({day}), per {count}"
    " settimana il tempo in comune è {duration}.",
    "time.season_short.many": "Con il cambio dell’ora da una parte sola ({day}), per {count}"
    " settimane il tempo in comune è {duration}.",
    "mixing.both": "Funzione diversa e sede diversa ({here} e {there}): nessuna delle due persone"
    " lavora ogni giorno all’ombra dell’altra.",
    "mixing.unit_far": "Funzioni diverse: {function} e {top}.",
    "mixing.unit_near": "Stessa funzione ({top}), squadre diverse.",
    "mixing.unit_same": "Stessa unità: {unit}.",
    "mixing.unit_unknown": "L’unità non è nota per tutte e due le persone.",
    "mixing.site_far": "Sedi diverse: {here} e {there}.",
    "mixing.site_same": "Stessa sede: {there}.",
    "mixing.site_unknown": "La sede non è nota per tutte e due le persone.",
    "named.both": "{mentee} ha indicato {mentor}, e {mentor} ha indicato {mentee}.",
    "named.mentor": "{mentee} ha indicato {mentor}.",
    "named.mentee": "{mentor} ha indicato {mentee}.",
    "named.others": "{name} ha indicato altre persone.",
    "named.none": "Nessun nome indicato, né da {mentor} né da {mentee}.",
    "waited.one": "{name} attende da {count} tornata.",
    "waited.many": "{name} attende da {count} tornate.",
    "waited.none": "Nessuna attesa prima di questa tornata.",
    "style.unknown": "I modi di lavorare non sono noti per tutte e due le persone:"
    " qui conta la metà.",
    "style.strong": "Modi di lavorare molto diversi.",
    "style.some": "Modi di lavorare un po’ diversi.",
    "style.alike": "Modi di lavorare simili.",
}

_RULES: Final = {
    "rule.same-person.yes": "Due persone diverse",
    "rule.same-person.no": "Una persona non si abbina con sé stessa",
    "rule.not-eligible.yes": "Requisiti presenti per tutte e due le persone",
    "rule.not-eligible.no": "Requisiti assenti in questa tornata",
    "rule.not-eligible.who": "Riguarda {who}",
    "rule.not-willing.yes": "Tutte e due le persone vogliono partecipare",
    "rule.not-willing.no": "Partecipazione non confermata per ora",
    "rule.not-willing.who": "Riguarda {who}",
    "rule.seniority.yes": "Il livello di {mentor} è sotto quello di {mentee}",
    "rule.seniority.no": "Il livello di {mentor} non è abbastanza sotto quello di {mentee}",
    "rule.seniority.fact": "Livelli {low} e {high}, distanza minima {step}; dall’anagrafica,"
    " mai dall’età",
    "rule.seniority.unknown": "In anagrafica non c’è il livello di {who}",
    "rule.reporting-line.yes": "Non nella stessa linea gerarchica",
    "rule.reporting-line.no": "Nella stessa linea gerarchica",
    "rule.reporting-line.shared": "Responsabile comune più vicino: {who}",
    "rule.reporting-line.nobody": "Nessun responsabile comune in anagrafica",
    "rule.reporting-line.above": "{mentor} sta {count} passi sopra nella linea di {mentee}",
    "rule.reporting-line.below": "{mentee} sta {count} passi sopra nella linea di {mentor}",
    "rule.reporting-line.unknown": "In anagrafica non c’è il responsabile di {who}: la regola"
    " trattiene chiunque",
    "rule.siblings-reports.yes": "Non in una squadra accanto a quella di {mentee}",
    "rule.siblings-reports.no": "In una squadra accanto a quella di {mentee}",
    "rule.siblings-reports.fact": "Controllati due livelli sopra ciascuna persona",
    "rule.siblings-reports.off": "Le regole non lo chiedono",
    "rule.siblings-reports.shared": "Responsabile comune entro due livelli: {who}",
    "rule.same-unit.yes": "Non nella stessa squadra",
    "rule.same-unit.no": "Nella stessa squadra",
    "rule.same-unit.fact": "{here} e {there}",
    "rule.same-unit.same": "Unità comune: {unit}",
    "rule.same-unit.unknown": "L’unità non è nota per tutte e due le persone",
    "rule.language.yes": "Una lingua in comune",
    "rule.language.no": "Nessuna lingua in comune",
    "rule.language.fact": "{languages}",
    "rule.language.apart": "{mentor}: {here}. {mentee}: {there}",
    "rule.language.unknown": "Non controllata: nessuna lingua indicata per {who}",
    "rule.overlap.yes": "Abbastanza tempo in comune",
    "rule.overlap.no": "Non abbastanza tempo in comune",
    "rule.overlap.fact": "{shared} in comune alla settimana, ne servono {needed}",
    "rule.overlap.unknown": "Non controllata: ancora nessun orario libero indicato per {who}",
    "rule.previous.yes": "Mai in coppia prima",
    "rule.previous.no": "Già in coppia in una tornata precedente",
    "rule.excluded.yes": "Nessuna esclusione",
    "rule.excluded.no": "C’è un’esclusione",
    "rule.excluded.fact": "I motivi restano riservati a chi li ha dati",
    "rule.banned.yes": "Non vietata da chi coordina",
    "rule.banned.no": "Vietata da chi coordina",
    "rule.must.yes": "Richiesto e presente: {criterion}",
    "rule.must.no": "Richiesto e non presente: {criterion}",
}

SENTENCES: Final = _SHAPES | _TITLES | _REASONS | _RULES
