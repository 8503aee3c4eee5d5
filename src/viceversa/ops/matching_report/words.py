"""The page's own words in English and Italian; reasons and rules come finished from `matching`."""

from typing import Final

from viceversa.matching.rules.records import Language
from viceversa.ops.words import Words

_EN: Final = {
    "title": "Matching of {source}",
    "skip": "Skip to content",
    "sections": "Sections of this report",
    "head.one": "{count} pair proposed, nobody told yet",
    "head.many": "{count} pairs proposed, nobody told yet",
    "head.none": "No pair can be proposed yet",
    "lede": "{mentees} mentees and {mentors} mentors in {source}. Of {possible} possible pairs your"
    " rules allow {feasible}; all of them were weighed together. You decide what becomes of it.",
    "proof": "Proof",
    "proof.claim": "No other set of pairs does better. Proven.",
    "proof.why": "The total reached and the highest total possible under your rules and weights"
    " are the same number.",
    "proof.how": "How we know",
    "proof.open": "The best pairs found so far",
    "proof.open_why": "The highest total possible is not yet reached or not yet proven.",
    "value": "Total reached",
    "bound": "Upper bound",
    "difference": "Difference",
    "nav.pairs": "Pairs",
    "nav.left": "Not paired",
    "nav.fit": "Fit",
    "nav.proof": "Proof and settings",
    "pairs": "Pairs",
    "pairs.lede": "In the order of the mentees’ names. Open a pair to read why, and which rules"
    " were checked.",
    "fit": "Fit",
    "fit.of": "fit of the pair, 0 to 1",
    "gives": "{name} gives",
    "offers": "{name} offers",
    "mentor": "mentor",
    "mentee": "mentee",
    "lane.empty": "Nothing written yet: worth asking",
    "why": "Why this pair",
    "of": "of {weight}",
    "sum": "Fit of the pair",
    "rules": "Rules checked",
    "rules.lede": "A pair that breaks one of these cannot be proposed, whatever its fit.",
    "left.mentees.one": "{count} mentee not paired, and what would help",
    "left.mentees.many": "{count} mentees not paired, and what would help",
    "left.mentors.one": "{count} mentor without a mentee in this round",
    "left.mentors.many": "{count} mentors without a mentee in this round",
    "left.lede": "Each row says what is in the way and the smallest changes that would remove it.",
    "left.reserve": "First call when someone new enrols; nobody here is short of anything.",
    "left.nobody": "Everybody has a partner",
    "left.nobody_lede": "Nobody is left out of this round.",
    "in_the_way": "In the way",
    "would_help": "What would help",
    "fit.heading": "How well the pairs fit",
    "fit.lede": "A good total can hide a bad deal for someone. This picture makes that visible.",
    "fit.title": "Fit of the pairs",
    "fit.caption": "Half of the {count} pairs are at {middle} or above, nine in ten at {tenth} or"
    " above",
    "fit.said": "Histogram of fit. The pairs lie between {low} and {high}.",
    "fit.range": "{low} to {high}",
    "fit.table": "Figures as a table",
    "proof.heading": "Proof and settings",
    "proof.lede": "Every person gets a price so that no allowed pair is worth more than its two"
    " prices together. The prices add up to {bound}. So do these pairs. Nothing can do better.",
    "proof.limits": "What the proof does not say: that two people will get on. It says that your"
    " criteria and weights were followed to the last decimal.",
    "proof.again": "Prove it again",
    "proof.again_lede": "This command reads the files anew and checks every number, without the"
    " solver:",
    "lede.uncounted": "{mentees} mentees and {mentors} mentors in {source}: {possible} possible"
    " pairs. All that your rules allow were weighed together. You decide what becomes of it.",
    "pairs.more": "This page tells the first {shown} of {all} pairs; pairs.csv holds them all.",
    "fact.aim": "Aim",
    "fact.weights": "Weights",
    "fact.worst": "Smallest fit of a pair",
    "fact.read_on": "Week and time zones as of",
    "fact.zone": "Time zone where none is given",
    "fact.people": "People file and its fingerprint",
    "fact.policy": "Policy file and its fingerprint",
    "fact.defaults": "none: the defaults",
    "aim.nobody-left-out": "Nobody left out, then best fit",
    "aim.best-fit": "Best fit in all",
    "aim.protect-the-worst-off": "Nobody left out, then protect the pairs that fit least",
    "aim.worst-first": "The pair that fits least first, then best fit",
    "criterion.topics": "topics",
    "criterion.reciprocity": "in return",
    "criterion.language": "language",
    "criterion.availability": "time",
    "criterion.mixing": "distance",
    "criterion.preferences": "names",
    "criterion.waiting": "waiting",
    "criterion.style": "style",
    "remarks": "Read, and worth knowing",
    "foot": "Fit belongs to a pair and is for coordinators only. It is not a judgement of a person"
    " and serves no appraisal.",
}
_IT: Final = {
    "title": "Abbinamento di {source}",
    "skip": "Vai al contenuto",
    "sections": "Parti di questa relazione",
    "head.one": "{count} coppia proposta, nessuno lo sa ancora",
    "head.many": "{count} coppie proposte, nessuno lo sa ancora",
    "head.none": "Per ora nessuna coppia si può proporre",
    "lede": "{mentees} mentee e {mentors} mentor in {source}. Delle {possible} coppie possibili le"
    " tue regole ne ammettono {feasible}, pesate tutte insieme. Che cosa farne lo decidi tu.",
    "proof": "Prova",
    "proof.claim": "Nessun altro insieme di coppie fa meglio. Dimostrato.",
    "proof.why": "Il totale raggiunto e il totale più alto possibile con le tue regole e i tuoi"
    " pesi sono lo stesso numero.",
    "proof.how": "Come lo sappiamo",
    "proof.open": "Le migliori coppie trovate finora",
    "proof.open_why": "Il totale più alto possibile non è ancora raggiunto o dimostrato.",
    "value": "Totale raggiunto",
    "bound": "Limite superiore",
    "difference": "Differenza",
    "nav.pairs": "Coppie",
    "nav.left": "Senza coppia",
    "nav.fit": "Affinità",
    "nav.proof": "Prova e impostazioni",
    "pairs": "Coppie",
    "pairs.lede": "Nell’ordine dei nomi dei mentee. Apri una coppia per leggere il perché e le"
    " regole controllate.",
    "fit": "Affinità",
    "fit.of": "affinità della coppia, da 0 a 1",
    "gives": "{name} dà",
    "offers": "{name} offre",
    "mentor": "mentor",
    "mentee": "mentee",
    "lane.empty": "Ancora niente di scritto: vale la pena chiedere",
    "why": "Perché questa coppia",
    "of": "di {weight}",
    "sum": "Affinità della coppia",
    "rules": "Regole controllate",
    "rules.lede": "Una coppia che ne infrange una non si può proporre, qualunque sia l’affinità.",
    "left.mentees.one": "{count} mentee senza coppia, e che cosa aiuterebbe",
    "left.mentees.many": "{count} mentee senza coppia, e che cosa aiuterebbe",
    "left.mentors.one": "{count} mentor senza mentee in questa tornata",
    "left.mentors.many": "{count} mentor senza mentee in questa tornata",
    "left.lede": "Ogni riga dice che cosa è d’ostacolo e i cambiamenti più piccoli che lo"
    " toglierebbero.",
    "left.reserve": "Prima scelta quando arriva una nuova adesione: a chi è qui non manca nulla.",
    "left.nobody": "Ogni persona ha una coppia",
    "left.nobody_lede": "In questa tornata tutte le persone hanno una proposta.",
    "in_the_way": "D’ostacolo",
    "would_help": "Che cosa aiuterebbe",
    "fit.heading": "Quanto sono affini le coppie",
    "fit.lede": "Un buon totale può nascondere un cattivo affare per qualcuno. Questa figura lo"
    " rende visibile.",
    "fit.title": "Affinità delle coppie",
    "fit.caption": "Metà delle {count} coppie è a {middle} o più, nove su dieci a {tenth} o più",
    "fit.said": "Istogramma dell’affinità. Le coppie stanno fra {low} e {high}.",
    "fit.range": "da {low} a {high}",
    "fit.table": "I numeri in tabella",
    "proof.heading": "Prova e impostazioni",
    "proof.lede": "Ogni persona riceve un prezzo, in modo che nessuna coppia ammessa valga più dei"
    " suoi due prezzi insieme. La somma dei prezzi è {bound}. Queste coppie arrivano proprio lì:"
    " niente può fare meglio.",
    "proof.limits": "Che cosa la prova non dice: che due persone andranno d’accordo. Dice che i"
    " tuoi criteri e i tuoi pesi sono stati seguiti fino all’ultimo decimale.",
    "proof.again": "Rifare la prova",
    "proof.again_lede": "Questo comando rilegge i file e ricontrolla ogni numero, senza il"
    " risolutore:",
    "lede.uncounted": "{mentees} mentee e {mentors} mentor in {source}: {possible} coppie"
    " possibili. Quelle che le tue regole ammettono sono state pesate tutte insieme. Che cosa farne"
    " lo decidi tu.",
    "pairs.more": "Questa pagina racconta le prime {shown} di {all} coppie; pairs.csv le ha tutte.",
    "fact.aim": "Scopo",
    "fact.weights": "Pesi",
    "fact.worst": "Affinità minore fra le coppie",
    "fact.read_on": "Settimana e fusi orari al",
    "fact.zone": "Fuso orario dove non è indicato",
    "fact.people": "File delle persone e impronta",
    "fact.policy": "File delle regole e impronta",
    "fact.defaults": "nessuno: valgono quelle consuete",
    "aim.nobody-left-out": "Nessuna persona esclusa, poi la migliore affinità",
    "aim.best-fit": "La migliore affinità in tutto",
    "aim.protect-the-worst-off": "Nessuna persona esclusa, poi tutela delle coppie meno affini",
    "aim.worst-first": "Prima la coppia meno affine, poi la migliore affinità",
    "criterion.topics": "argomenti",
    "criterion.reciprocity": "in cambio",
    "criterion.language": "lingua",
    "criterion.availability": "tempo",
    "criterion.mixing": "distanza",
    "criterion.preferences": "nomi",
    "criterion.waiting": "attesa",
    "criterion.style": "modi di lavorare",
    "remarks": "Letto, e utile da sapere",
    "foot": "L’affinità è della coppia e riguarda soltanto chi coordina. Non giudica una persona e"
    " non serve a nessuna valutazione.",
}
CATALOGUES: Final = {"en": _EN, "it": _IT}




def words_in(language: Language) -> Words:
    """The page's words in one language."""
    return Words(language, CATALOGUES[language])
