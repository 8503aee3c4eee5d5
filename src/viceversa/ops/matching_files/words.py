"""What `match`, `verify` and `ask` say on the terminal, in English and Italian."""

from typing import Final

from viceversa.matching.rules.records import Language
from viceversa.ops.matching_files import ask_words
from viceversa.ops.words import Words

_EN: Final = {
    "people.none.one": "{file} cannot be used: {count} problem.",
    "people.none.many": "{file} cannot be used: {count} problems.",
    "people.problem": "{place}: {message}{value}. {remedy}",
    "people.value": " (“{value}”)",
    "people.warning": "{place}: {message}{value}. {remedy}",
    "people.nobody": "{file} names nobody who takes part. Fill the column “role” with mentor,"
    " mentee or both.",
    "people.unknown-person": "Line {line}, column {column}: “{value}” is nobody of this"
    " file, so it has no effect. Write an id or an e-mail of the file.",
    "people.own-name": "Line {line}, column {column}: “{value}” is the same person, so it"
    " has no effect.",
    "people.unknown-column": "The columns {columns} are not known and were left alone.",
    "policy.toml": "{file} is not TOML: {why}. Correct that line; see the guide on policy files.",
    "policy.none.one": "{file} cannot be used: {count} problem.",
    "policy.none.many": "{file} cannot be used: {count} problems.",
    "policy.unreadable": "{file} is not UTF-8 text. Save it as UTF-8.",
    "note": "Note: {remark}",
    "nothing": "Nothing was written.",
    "missing": "There is no file {file}. Check the path.",
    "not_a_file": "{file} is a folder; a file is needed.",
    "zone": "“{zone}” is not a time zone. Write an IANA name such as Europe/Rome.",
    "problem": "The question cannot be asked as it stands.",
    "minimums": "The minimums cannot be met together: {why}. Lower a minimum, add places, or"
    " loosen a rule.",
    "out.file": "{folder} is a file. Choose a folder with --out.",
    "out.foreign": "{folder} holds files that are not an answer of “match”, {file} for one. Choose"
    " another folder, or repeat with --force to write among them.",
    "matrix.size": "--matrix is for up to {most} people a side; this file has {mentees} mentees"
    " and {mentors} mentors. Leave --matrix out.",
    "progress.reading": "Reading {file} …",
    "progress.solving": "Pass {passes}: {pairs} of {of} pairs",
    "progress.telling": "Telling {done} of {all} reasons",
    "done.one": "{count} pair. Mentees: {mentees}, mentors: {mentors}.",
    "done.many": "{count} pairs. Mentees: {mentees}, mentors: {mentors}.",
    "done.value": "Value {value}, upper bound {bound}, gap {gap}.",
    "done.best": "No other set of pairs does better: proven.",
    "done.written": "Written to {folder}: {files}.",
    "verify.ok": "The answer holds. Value {value}, upper bound {bound}, gap {gap}.",
    "verify.checked": "Checked from the files: {pairs} pairs, {possible} possible ones, the prices"
    " of {people} places.",
    "verify.refused": "The answer is refused.",
    "verify.folder": "{folder} has no {file}: it is not an answer of “match”.",
    "verify.json": "{file} is not JSON: {why}.",
    "verify.format": "{file} is not a certificate of “match” (format {format}).",
    "verify.seal": "certificate.json was altered: its checksum does not fit the rest.",
    "verify.hash": "{file} is not the file the answer was made from or with: its SHA-256 is"
    " {found}…, the certificate names {expected}….",
    "verify.policy": "The answer was made with the policy {file}: repeat with --policy.",
    "verify.no_policy": "The answer was made without a policy file: repeat without --policy.",
    "verify.missing": "{file} is missing.",
    "verify.line": "{file}, line {line}: it says “{found}”, the certificate and the people file"
    " give “{expected}”.",
    "verify.length": "{file} has {found} lines, the certificate and the people file give"
    " {expected}.",
    "verify.matrix": "{file} does not hold the scores of this people file and policy.",
    "verify.figure": "{file}: {name} is {found}, recomputed it is {expected}.",
    "verify.proof": "certificate.json: {why}.",
}
_IT: Final = {
    "people.none.one": "{file} non si può usare: {count} problema.",
    "people.none.many": "{file} non si può usare: {count} problemi.",
    "people.problem": "{place}: {message}{value}. {remedy}",
    "people.value": " («{value}»)",
    "people.warning": "{place}: {message}{value}. {remedy}",
    "people.nobody": "In {file} non partecipa nessuno. Riempi la colonna «partecipa come» con"
    " mentor, mentee o both.",
    "people.unknown-person": "Riga {line}, colonna {column}: «{value}» non è nessuno di"
    " questo file, quindi non ha effetto. Scrivi una matricola o un’e-mail del file.",
    "people.own-name": "Riga {line}, colonna {column}: «{value}» è la stessa persona,"
    " quindi non ha effetto.",
    "people.unknown-column": "Le colonne {columns} non sono note e restano da parte.",
    "policy.toml": "{file} non è TOML: {why}. Correggi quella riga; vedi la guida sulle regole.",
    "policy.none.one": "{file} non si può usare: {count} problema.",
    "policy.none.many": "{file} non si può usare: {count} problemi.",
    "policy.unreadable": "{file} non è testo UTF-8. Salvalo come UTF-8.",
    "note": "Nota: {remark}",
    "nothing": "Non è stato scritto nulla.",
    "missing": "Il file {file} non c’è. Controlla il percorso.",
    "not_a_file": "{file} è una cartella; serve un file.",
    "zone": "«{zone}» non è un fuso orario. Scrivi un nome IANA, per esempio Europe/Rome.",
    "problem": "Così la domanda non si può porre.",
    "minimums": "I minimi non si possono rispettare tutti insieme: {why}. Abbassa un minimo,"
    " aggiungi posti o allenta una regola.",
    "out.file": "{folder} è un file. Scegli una cartella con --out.",
    "out.foreign": "{folder} contiene file che non sono una risposta di «match», per esempio"
    " {file}. Scegli un’altra cartella, oppure ripeti con --force per scriverci in mezzo.",
    "matrix.size": "--matrix vale fino a {most} persone per lato; questo file ha {mentees} mentee"
    " e {mentors} mentor. Togli --matrix.",
    "progress.reading": "Lettura di {file} …",
    "progress.solving": "Passaggio {passes}: {pairs} coppie su {of}",
    "progress.telling": "Motivi raccontati: {done} su {all}",
    "done.one": "{count} coppia. Mentee: {mentees}, mentor: {mentors}.",
    "done.many": "{count} coppie. Mentee: {mentees}, mentor: {mentors}.",
    "done.value": "Valore {value}, limite superiore {bound}, differenza {gap}.",
    "done.best": "Nessun altro insieme di coppie fa meglio: dimostrato.",
    "done.written": "In {folder}: {files}.",
    "verify.ok": "La risposta regge. Valore {value}, limite superiore {bound}, differenza {gap}.",
    "verify.checked": "Ricontrollati dai file: {pairs} coppie, {possible} possibili, i prezzi di"
    " {people} posti.",
    "verify.refused": "La risposta è respinta.",
    "verify.folder": "In {folder} non c’è {file}: non è una risposta di «match».",
    "verify.json": "{file} non è JSON: {why}.",
    "verify.format": "{file} non è un certificato di «match» (formato {format}).",
    "verify.seal": "certificate.json è stato alterato: la somma di controllo non corrisponde.",
    "verify.hash": "{file} non è il file da cui o con cui è nata la risposta: il suo SHA-256 è"
    " {found}…, il certificato indica {expected}….",
    "verify.policy": "La risposta è nata con le regole {file}: ripeti con --policy.",
    "verify.no_policy": "La risposta è nata senza un file di regole: ripeti senza --policy.",
    "verify.missing": "Manca {file}.",
    "verify.line": "{file}, riga {line}: dice «{found}», il certificato e il file delle persone"
    " danno «{expected}».",
    "verify.length": "{file} ha {found} righe, il certificato e il file delle persone ne danno"
    " {expected}.",
    "verify.matrix": "{file} non contiene i punteggi di questo file e di queste regole.",
    "verify.figure": "{file}: {name} è {found}, ricalcolato è {expected}.",
    "verify.proof": "certificate.json: {why}.",
}
CATALOGUES: Final = {"en": _EN | ask_words.EN, "it": _IT | ask_words.IT}


def words_in(language: Language) -> Words:
    """The terminal's words in one language."""
    return Words(language, CATALOGUES[language])
