"""What the people of the group wrote: charters, reasons, notes, in either language of its data."""

from dataclasses import dataclass

from viceversa.ops.sample.shape import Text


@dataclass(frozen=True, slots=True)
class CharterText:
    """A programme's charter; people are named as in the cast."""

    name: Text
    purpose: Text
    driver: Text
    objectives: tuple[tuple[Text, Text], ...]
    sponsor: str
    co_lead: str
    answers_observations: str
    counsellor: str = "Teresa Moroni"


LEADERSHIP = CharterText(
    name=Text("Reverse mentoring", "Reverse mentoring"),
    purpose=Text(
        "Help the people who decide use new tools with their own hands, and let the people who "
        "know them be heard.",
        "Aiutare chi decide a usare gli strumenti nuovi con le proprie mani, e far sì che chi li "
        "conosce venga ascoltato.",
    ),
    driver=Text(
        "By 2028 half of our orders will start from a screen. The people who answer for them "
        "should know what our customers see there.",
        "Entro il 2028 metà dei nostri ordini partirà da uno schermo. Chi ne risponde deve sapere "
        "che cosa vedono lì i nostri clienti.",
    ),
    objectives=(
        (
            Text(
                "Leaders use an AI assistant in their own work every week",
                "Chi guida usa ogni settimana un assistente AI nel proprio lavoro",
            ),
            Text(
                "Share of mentees who say so at the end, at least 70%",
                "Quota di mentee che lo dice alla fine, almeno il 70%",
            ),
        ),
        (
            Text(
                "Mentors understand how decisions are made in the group",
                "Chi fa da mentor capisce come si decide nel gruppo",
            ),
            Text(
                "Own answer before and after, one level up for at least half",
                "Risposta propria prima e dopo, un livello in più per almeno metà",
            ),
        ),
        (
            Text(
                "Sites and functions that rarely meet talk to each other",
                "Sedi e funzioni che si incontrano di rado si parlano",
            ),
            Text(
                "At least six pairs in ten across two sites",
                "Almeno sei coppie su dieci fra due sedi",
            ),
        ),
    ),
    sponsor="Lucia Bonfanti",
    co_lead="Davide Okafor",
    answers_observations="Lucia Bonfanti",
)

SHOP_FLOOR = CharterText(
    name=Text("Data on the shop floor", "I dati in reparto"),
    purpose=Text(
        "Bring the habit of reading data to those who lead lines, warehouses and shifts, with the "
        "help of colleagues who work with data every day.",
        "Portare l’abitudine di leggere i dati a chi guida linee, magazzini e turni, con l’aiuto "
        "di colleghe e colleghi che ci lavorano ogni giorno.",
    ),
    driver=Text(
        "The new lines in Brescia and Bari measure everything; scrap falls where somebody looks.",
        "Le nuove linee di Brescia e Bari misurano tutto; lo scarto cala dove qualcuno guarda.",
    ),
    objectives=(
        (
            Text(
                "Every shift opens with one chart that its lead prepared",
                "Ogni turno si apre con un grafico preparato da chi lo guida",
            ),
            Text("Number of lines that do it by the end", "Numero di linee che lo fanno alla fine"),
        ),
        (
            Text(
                "Office and plant know each other’s work",
                "Uffici e stabilimenti conoscono il lavoro reciproco",
            ),
            Text("At least one visit each way per pair", "Almeno una visita per parte a coppia"),
        ),
    ),
    sponsor="Serena Melis",
    co_lead="Sofia D’Agnolo",
    answers_observations="Serena Melis",
)

FIRST_YEAR = CharterText(
    name=Text("The first year", "Un primo anno insieme"),
    purpose=Text(
        "Let people who have not been here long meet those who decide, a few at a time, and let "
        "each learn from what the others see.",
        "Far incontrare chi è qui da poco e chi decide, in pochi alla volta, e far sì che ciascuno "
        "impari da quello che vedono gli altri.",
    ),
    driver=Text(
        "One newcomer in five leaves us within a year; those who know two people elsewhere stay.",
        "Una persona nuova su cinque va via entro un anno; chi ne conosce due altrove resta.",
    ),
    objectives=(
        (
            Text(
                "Newcomers know whom to ask outside their own team",
                "Chi è qui da poco sa a chi chiedere fuori dal proprio team",
            ),
            Text(
                "Own answer at the end: at least three names, for four in five",
                "Risposta propria alla fine: almeno tre nomi, per quattro su cinque",
            ),
        ),
    ),
    sponsor="Riccardo Sala",
    co_lead="Yasmine Caruso",
    answers_observations="Riccardo Sala",
)
CIRCLES = Text("Circles, {}", "Cerchi, {}")
DUOS = Text("Duos, {}", "Duo, {}")

SEASONS = (
    Text("Winter {}", "Inverno {}"),
    Text("Spring {}", "Primavera {}"),
    Text("Summer {}", "Estate {}"),
    Text("Autumn {}", "Autunno {}"),
)
FORBIDDEN_BECAUSE = Text(
    "They sat on opposite sides of the same tender.",
    "Sono state parti opposte della stessa gara.",
)
ASKED_EACH_OTHER = Text("They asked for each other.", "Se lo sono chiesto a vicenda.")
PINNED_BECAUSE = Text(
    "They worked on the Lyon opening together and asked for each other.",
    "Hanno lavorato insieme all’apertura di Lione e se lo sono chiesto.",
)
ABOVE_EVERYBODY = Text(
    "The chief executive is above everybody in the group; both know it and both want it.",
    "Chi dirige il gruppo sta sopra a tutti: lo sanno e lo vogliono.",
)
ENROLMENT_FILE = Text("answers.csv", "risposte.csv")
