"""Italian: for each code what is wrong, and what to do."""

SENTENCES: dict[str, tuple[str, str]] = {
    # the file as a whole
    "empty-file": ("Il file è vuoto", "Esporta di nuovo l’anagrafica e scegli quel file."),
    "file-too-large": (
        "Il file supera i 200 MB",
        "Togli le colonne che la guida non prevede, oppure importa in più parti.",
    ),
    "sheet-too-wide": (
        "Il primo foglio arriva molto oltre la sua tabella",
        "C’è una cella isolata in una riga o colonna lontana. Copia la tabella in un file nuovo.",
    ),
    "not-a-table": (
        "Questo non è un elenco di persone",
        "Scegli un file CSV, oppure una cartella di lavoro salvata come XLSX, XLS o ODS.",
    ),
    "wrong-encoding": (
        "Il file non è nella codifica scelta",
        "Scegli un’altra codifica, oppure lascia che sia riconosciuta.",
    ),
    "damaged-spreadsheet": (
        "Il foglio di calcolo è danneggiato e non si apre",
        "Aprilo con il tuo programma, salvalo di nuovo come XLSX o CSV e scegli il file nuovo.",
    ),
    "locked-spreadsheet": (
        "Il foglio di calcolo è protetto da una password",
        "Salva una copia senza password e scegli quella.",
    ),
    "no-rows": (
        "Sotto l’intestazione non c’è nessuno",
        "Controlla che le persone siano nel primo foglio, sotto la riga di intestazione.",
    ),
    "no-header": (
        "Nella prima riga non c’è nessun nome di colonna conosciuto",
        "Scrivi i nomi delle colonne nella prima riga (matricola, email, nome, cognome …), "
        "oppure indica qui sotto che cosa contiene ogni colonna.",
    ),
    "no-key-column": (
        "Manca la colonna della matricola o dell’e-mail",
        "Aggiungi una colonna matricola o email, oppure indica qui sotto qual è: "
        "senza, la prossima volta non si riconosce nessuno.",
    ),
    "no-name-column": (
        "Manca la colonna del nome",
        "Aggiungi nome e cognome, o nominativo, oppure indica qui sotto qual è.",
    ),
    "column-twice": (
        "Due colonne dicono la stessa cosa: «{first}» e «{second}»",
        "Tienine una, oppure indica qui sotto che l’altra va ignorata.",
    ),
    "huge-cell": (
        "Una cella contiene più di un milione di caratteri",
        "Svuota quella cella, oppure controlla che le righe del file finiscano dove devono.",
    ),
    "quote-not-closed": (
        "Le virgolette sono aperte e mai chiuse",
        "Chiudi o togli le virgolette in questa riga: da qui in poi le righe non si distinguono.",
    ),
    # one row
    "stray-quote": (
        "Ci sono virgolette dove non possono stare",
        "Raddoppia le virgolette dentro la cella, oppure toglile.",
    ),
    "too-many-cells": (
        "La riga ha {found} celle e l’intestazione {expected}",
        "Un valore contiene probabilmente il separatore: mettilo fra virgolette.",
    ),
    "too-few-cells": (
        "La riga ha {found} celle e l’intestazione {expected}",
        "Aggiungi i separatori che mancano, o unisci la riga alla seguente se è stata spezzata.",
    ),
    "no-key": (
        "La riga non ha né matricola né e-mail",
        "Scrivi una delle due, oppure lascia fuori la riga.",
    ),
    "no-name": ("Manca il nome", "Scrivi il nome, oppure lascia fuori la riga."),
    "too-long": (
        "Il testo ha {length} caratteri e ce ne stanno al massimo {limit}",
        "Accorcialo; forse due celle si sono unite.",
    ),
    "sheet-error": (
        "La cella contiene l’errore di una formula, «{value}»",
        "Correggi la formula nel foglio di calcolo, oppure scrivi il valore.",
    ),
    "control-character": (
        "La cella contiene un carattere di controllo invisibile",
        "Cancellalo; di solito arriva copiando un testo da un altro programma.",
    ),
    "shortened-number": (
        "Il foglio di calcolo ha accorciato il numero in {value}",
        "Dai alla colonna il formato testo, riscrivi il numero intero e salva.",
    ),
    "email-comma": ("L’indirizzo ha una virgola al posto del punto", "Riscrivi l’indirizzo."),
    "bad-email": (
        "«{value}» non è un indirizzo e-mail",
        "Scrivilo come nome@organizzazione.example.",
    ),
    "damaged-letter": (
        "Un carattere è arrivato rovinato",
        "Il sistema di origine ha perso una lettera: scrivi il nome per intero.",
    ),
    "twice-encoded": (
        "Gli accenti sono arrivati rovinati",
        "Il sistema di origine li ha codificati due volte.",
    ),
    "date-order": (
        "«{value}» non è una data se il giorno viene prima",
        "Se tutto il file ha il mese per primo, sceglilo nelle opzioni di lettura; "
        "altrimenti correggi la data.",
    ),
    "bad-date": ("«{value}» non è una data", "Scrivila come 2024-03-31 o 31/03/2024."),
    "impossible-date": ("«{value}» non esiste nel calendario", "Correggi il giorno o il mese."),
    "date-too-early": (
        "La data di assunzione è dell’anno {year}",
        "Correggi l’anno: serve la data di assunzione.",
    ),
    "bad-level": (
        "Il livello non è un numero intero fra {least} e {most}",
        "Scrivi un numero intero, più alto per chi è più senior, o un grado e dagli un livello.",
    ),
    "unknown-country": (
        "«{value}» non è un paese conosciuto",
        "Scrivi il codice ISO di due lettere, come IT, o il nome in italiano o in inglese.",
    ),
    "unknown-language": (
        "«{language}» non è una lingua conosciuta",
        "Scrivi un codice come it o en, o il nome in italiano o in inglese.",
    ),
    "unknown-status": ("«{value}» non è uno stato", "Scrivi attivo, assente o cessato."),
    "same-id": (
        "Due righe con la stessa matricola, {value}",
        "Indica quale delle due è giusta; se sono due persone, dai a una un’altra matricola.",
    ),
    "same-email": (
        "Due righe con la stessa e-mail, {value}",
        "Indica quale delle due è giusta; se sono due persone, correggi uno degli indirizzi.",
    ),
    "key-clash": (
        "In anagrafica la matricola è di {by_id}, l’e-mail di {by_email}",
        "Correggi la matricola o l’e-mail, oppure lascia fuori la riga.",
    ),
    "email-taken": (
        "In anagrafica l’e-mail è già di {by_email}",
        "Correggi l’indirizzo, oppure importa anche la riga di {by_email} con quello nuovo.",
    ),
    # warnings
    "unknown-time-zone": (
        "«{value}» non è un fuso orario",
        "Si userà quello dell’organizzazione, {default}. Scrivi un nome IANA come Europe/Rome.",
    ),
    "unknown-grade": (
        "Il grado «{value}» non ha ancora un livello; righe che lo hanno: {count}",
        "Dagli un livello nella tabella dei gradi: senza livello nessun abbinamento è possibile.",
    ),
    "level-blank": (
        "Righe senza livello: {count}",
        "Senza livello la regola della distanza fra due persone non si può controllare.",
    ),
    "manager-missing": (
        "Nel file non c’è chi è responsabile, «{value}»",
        "Senza responsabile la regola della linea gerarchica non si può controllare: "
        "{name} resterebbe senza proposta.",
    ),
    "manager-left-out": (
        "La riga di chi è responsabile, «{value}», resta fuori",
        "Sistema prima quella riga: fino ad allora {name} resterebbe senza proposta.",
    ),
    "manager-circle": (
        "La linea gerarchica gira in tondo fra {count} persone: {people}",
        "Correggi una delle righe. Fino ad allora nessuna delle responsabilità viene importata "
        "e queste persone resterebbero senza proposta.",
    ),
    "own-manager": (
        "{name} risulta responsabile di sé",
        "Lascia vuota la cella di chi sta in cima, oppure scrivi chi è responsabile.",
    ),
    "leaving-many": (
        "Nel file mancano {count} persone su {total} dell’anagrafica",
        "Controlla che il file sia completo prima di disattivare qualcuno.",
    ),
    # taking part
    "unknown-role": (
        "«{value}» non è un ruolo",
        "Scrivi mentor, mentee o entrambi, oppure lascia vuoto.",
    ),
    "bad-weight": (
        "«{number}» dopo «{topic}» non è un numero da {least} a {most}",
        "Scrivi un numero intero dopo i due punti, oppure solo il tema.",
    ),
    "bad-places": (
        "«{value}» non è un numero di posti",
        "Scrivi un numero intero da {least} a {most}.",
    ),
    "bad-waiting": (
        "«{value}» non è un numero di tornate",
        "Scrivi un numero intero, 0 per nessuna.",
    ),
    "bad-window": (
        "«{window}» non è un orario settimanale",
        "Scrivilo come Lun 09:00-11:00, più orari separati da punto e virgola.",
    ),
    "window-ends-first": (
        "«{window}» finisce prima di cominciare",
        "Correggi gli orari; per un orario a cavallo della mezzanotte scrivine due.",
    ),
    "minimum-above-capacity": (
        "Il minimo, {minimum}, supera i posti, {capacity}",
        "Abbassa il minimo o aumenta i posti.",
    ),
}
PLACE = {"line": "riga {line}", "column": "colonna {header}", "file": "il file", "and": " e "}
