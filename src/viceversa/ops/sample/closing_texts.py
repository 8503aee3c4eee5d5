"""What people of the invented company write at an end, in between, and as champions."""

from viceversa.ops.sample.shape import Text

REFLECTIONS = (
    (
        Text(
            "Ask for the source of every figure. I found one that was last year’s.",
            "Chiedere la fonte di ogni cifra. Ne ho trovata una dell’anno scorso.",
        ),
        Text(
            "How an investment decision comes about, and who has to be heard before.",
            "Come nasce una decisione di investimento, e chi va ascoltato prima.",
        ),
        Text(
            "One paper a month with the assistant, and I say where it was wrong.",
            "Un documento al mese con l’assistente, dicendo dove sbagliava.",
        ),
    ),
    (
        Text(
            "How much of what customers see of us was never approved by anybody.",
            "Quanto di ciò che la clientela vede di noi non è mai passato da nessuna approvazione.",
        ),
        Text(
            "That a director, too, leaves some meetings unsure. It helped to hear it.",
            "Che anche chi dirige esce da certe riunioni nel dubbio. Sentirlo ha aiutato.",
        ),
        Text(
            "An hour a month among people who started last year.",
            "Un’ora al mese tra chi ha iniziato l’anno scorso.",
        ),
    ),
)
THANKS = (
    Text(
        "You never let me off with a nod. I still hear “and how do you know?” before I sign.",
        "Non mi hai mai fatto passare un cenno per una risposta. Prima di firmare sento ancora: "
        "«e come lo sai?».",
    ),
    Text(
        "You made it easy to be a beginner in front of somebody. That is rare up here.",
        "Con te è stato facile ricominciare da zero davanti a qualcuno. Quassù è raro.",
    ),
)
THANKS_BACK = Text(
    "Thank you for the seat at the January committee, and for asking what I would have done.",
    "Grazie per il posto al comitato di gennaio, e per avermi chiesto che cosa avrei fatto io.",
)
# (does the mentor write, days ago, words)
TALKS = (
    (
        (
            False,
            6.2,
            Text(
                "Could we look at the January paper on Wednesday? I have a draft I do not trust.",
                "Mercoledì guardiamo il documento di gennaio? Ho una bozza di cui non mi fido.",
            ),
        ),
        (
            True,
            6.0,
            Text(
                "Gladly. Bring the two figures you trust least, and we ask for their sources.",
                "Volentieri. Porta le due cifre di cui ti fidi meno, e chiediamo le fonti.",
            ),
        ),
        (
            False,
            2.1,
            Text(
                "One of the two was last year’s. Nobody had noticed, me included.",
                "Una delle due era dell’anno scorso. Era sfuggito a tutti, anche a me.",
            ),
        ),
        (
            True,
            0.2,
            Text(
                "That is the example for our next half hour. See you in Sala Adda.",
                "Ecco l’esempio per la nostra prossima mezz’ora. Ci vediamo in Sala Adda.",
            ),
        ),
    ),
    (
        (
            True,
            5.0,
            Text(
                "The short video we talked about is out. Ninety seconds, no slides.",
                "Il video breve di cui parlavamo è uscito. Novanta secondi, nessuna slide.",
            ),
        ),
        (
            False,
            1.3,
            Text(
                "I watched it with my team. The question in the middle did it.",
                "L’ho visto con la mia squadra. La domanda a metà ha funzionato.",
            ),
        ),
    ),
    (
        (
            False,
            3.0,
            Text(
                "I am in Bari on Thursday. Coffee instead of a call?",
                "Giovedì sono a Bari. Un caffè invece della chiamata?",
            ),
        ),
        (
            True,
            2.8,
            Text("Yes. I show you the studio, too.", "Sì. Ti faccio vedere anche lo studio."),
        ),
    ),
)
CHAMPIONS = (
    (
        "Lucia Bonfanti",
        Text(
            "I take an hour a month to learn from somebody who started last year. It is the hour "
            "I prepare best.",
            "Un’ora al mese imparo da chi ha iniziato l’anno scorso. È l’ora che preparo meglio.",
        ),
    ),
    (
        "Francesca Dell’Orto",
        Text(
            "I ask the questions I had stopped asking, and nobody keeps the minutes.",
            "Faccio le domande che avevo smesso di fare, e nessuno mette a verbale.",
        ),
    ),
)
