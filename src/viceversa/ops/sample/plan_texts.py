"""What the people of the group wrote around their meetings, in either language of its data."""

from viceversa.ops.sample.shape import Text

TOGETHER = (
    Text(
        "Let us try together: three uncomfortable questions",
        "Proviamo insieme: tre domande scomode",
    ),
    Text(
        "On Thursday’s paper, with the company’s assistant. I type the first prompt, then you.",
        "Sul documento di giovedì, con l’assistente aziendale. Il primo prompt lo scrivo io, poi "
        "tocca a te.",
    ),
)
IDEAS = (
    Text(
        "Before Thursday’s committee, ask the assistant for the three questions your most "
        "demanding colleague would raise on the Lyon paper. Keep the one you had not thought of.",
        "Prima del comitato di giovedì chiedi all’assistente le tre domande che farebbe sul "
        "documento di Lione chi di solito pretende di più. Tieni quella a cui non avevi pensato.",
    ),
    Text(
        "Have one report of this week summarised, and check three facts in the original.",
        "Fai riassumere una relazione di questa settimana e controlla tre fatti nell’originale.",
    ),
)
MINUTES_TRIED = Text(
    "Have the committee’s minutes summarised in ten lines, and mark what is missing.",
    "Far riassumere il verbale del comitato in dieci righe e segnare che cosa manca.",
)
QUESTIONS = (
    Text(
        "How did you choose between Lyon and Turin? When do you decide to walk away from an "
        "investment?",
        "Come avete scelto tra Lione e Torino? Quando si decide di rinunciare a un investimento?",
    ),
    Text(
        "What do you look at first when somebody presents a project to you?",
        "Che cosa guardi per prima cosa quando ti presentano un progetto?",
    ),
    Text(
        "Which mistake taught you most, and who was beside you?",
        "Quale errore ti ha insegnato di più, e chi ti era accanto?",
    ),
    Text(
        "Who in this company should I get to know, and how would I ask them?",
        "Chi dovrei conoscere in azienda, e come chiederglielo?",
    ),
)
ANSWERS = (
    Text(
        "I ask what we would do if it went wrong. If nobody has thought about it, it is too early.",
        "Chiedo che cosa faremmo se andasse male. Se nessuno ci ha pensato, è troppo presto.",
    ),
    Text(
        "The cash, not the margin. And the face of whoever has to do it afterwards.",
        "La cassa, non il margine. E la faccia di chi poi deve farlo.",
    ),
    Text(
        "Come along to the supplier meeting in March; I will introduce you.",
        "Vieni all’incontro con i fornitori a marzo: ti presento io.",
    ),
)
TAKEN = {
    "mentee": (
        Text(
            "How much of what customers see of us was never approved by anyone.",
            "Quanto di quello che i clienti vedono di noi non l’ha mai approvato nessuno.",
        ),
        Text(
            "Ask for the source of every figure. I found one that was last year’s.",
            "Chiedere la fonte di ogni cifra. Ne ho trovata una dell’anno scorso.",
        ),
        Text(
            "A chart can be honest and still answer the wrong question.",
            "Un grafico può essere onesto e rispondere lo stesso alla domanda sbagliata.",
        ),
        Text(
            "My team already does half of this. I only had to ask.",
            "Il mio gruppo ne fa già la metà. Bastava chiedere.",
        ),
        Text(
            "One question at the start of a meeting is worth ten slides at its end.",
            "Una domanda all’inizio di una riunione vale dieci diapositive alla fine.",
        ),
    ),
    "mentor": (
        Text(
            "That a chief financial officer also leaves meetings unsure.",
            "Che anche chi guida la finanza esce dalle riunioni con dei dubbi.",
        ),
        Text(
            "A good paper says what you would give up. I rewrote my campaign plan that way.",
            "Un buon documento dice a che cosa rinunceresti. Ho riscritto così il mio piano.",
        ),
        Text(
            "Silence in a room is not a no. It is somebody doing the sums.",
            "Il silenzio in una sala non è un no. È qualcuno che fa i conti.",
        ),
        Text(
            "Decisions have a history. Half of it is people, and it is worth asking.",
            "Le decisioni hanno una storia. Metà sono persone, e conviene chiedere.",
        ),
        Text(
            "I know whom to ask now, and that I may.",
            "Adesso so a chi chiedere, e che posso farlo.",
        ),
    ),
}
OUTCOMES = (
    Text(
        "Committee minutes tried twice, one idea kept. Still in use.",
        "Verbale del comitato, provato due volte; un’idea tenuta, ancora in uso.",
    ),
    Text(
        "Two of three facts held. The third one was worth the whole exercise.",
        "Due fatti su tre hanno retto. Il terzo valeva tutta la prova.",
    ),
    Text(
        "I forgot until the evening before, then it took six minutes.",
        "Mi è tornato in mente la sera prima, poi sono bastati sei minuti.",
    ),
    Text(
        "It did not work at all, and we laughed about it in the team.",
        "Non ha funzionato per niente, e ci abbiamo riso su con il gruppo.",
    ),
)
GOALS = {
    "mentee": (
        (
            Text(
                "I prepare one board paper a month with the assistant, and I can say where it "
                "was wrong",
                "Preparo con l’assistente un documento al mese per il consiglio, e so dire dove "
                "sbagliava",
            ),
            Text("A paper with its sources, in January", "A gennaio, un documento con le fonti"),
            (
                Text(
                    "Summarise minutes and check three facts",
                    "Riassumere un verbale e controllare tre fatti",
                ),
                Text(
                    "Keep a short list of prompts that work",
                    "Tenere un elenco di richieste che funzionano",
                ),
                Text(
                    "Draft the January paper, with sources",
                    "Abbozzare il documento di gennaio, con le fonti",
                ),
            ),
        ),
        (
            Text(
                "I can tell from our dashboards what a shift needs, without asking for a report",
                "Capisco dai nostri cruscotti di che cosa ha bisogno un turno, senza chiedere una "
                "relazione",
            ),
            Text("Three decisions taken from the screen", "Tre decisioni prese dallo schermo"),
            (
                Text("Learn where each figure comes from", "Capire da dove viene ogni numero"),
                Text("Open one meeting with the dashboard", "Aprire una riunione dal cruscotto"),
                Text("Drop one monthly report", "Rinunciare a una relazione mensile"),
            ),
        ),
        (
            Text(
                "I write in public once a month, in my own voice",
                "Scrivo in pubblico una volta al mese, con la mia voce",
            ),
            Text("Six short texts by the end", "Sei testi brevi alla fine"),
            (
                Text(
                    "Rewrite the first two lines of my profile",
                    "Riscrivere le prime due righe del profilo",
                ),
                Text(
                    "Publish three lines on what I am learning",
                    "Pubblicare tre righe su che cosa imparo",
                ),
                Text("Answer whoever answers", "Rispondere a chi risponde"),
            ),
        ),
    ),
    "mentor": (
        (
            Text(
                "I can defend a budget in front of people who would rather spend it elsewhere",
                "So difendere un budget davanti a chi lo spenderebbe altrove",
            ),
            Text("The spring campaign, presented", "La campagna di primavera, presentata"),
            (
                Text("Read two past papers together", "Leggere insieme due documenti passati"),
                Text("Sit in on the January committee", "Assistere al comitato di gennaio"),
                Text("Present the spring campaign", "Presentare la campagna di primavera"),
            ),
        ),
        (
            Text(
                "I know how a decision comes about here, and where my work enters it",
                "So come nasce qui una decisione, e dove ci entra il mio lavoro",
            ),
            Text("I can draw it on one sheet", "So disegnarlo su un foglio"),
            (
                Text(
                    "Have one decision told to me from start to end",
                    "Farmi raccontare una decisione dall’inizio alla fine",
                ),
                Text("Meet one person of the committee", "Incontrare una persona del comitato"),
                Text("Draw the sheet and show it", "Disegnare il foglio e mostrarlo"),
            ),
        ),
        (
            Text(
                "I say what I think in a room full of senior people",
                "Dico quello che penso in una sala piena di persone con più anzianità",
            ),
            Text(
                "Once a month, and it goes into the minutes",
                "Una volta al mese, e finisce nel verbale",
            ),
            (
                Text(
                    "Prepare one question for each meeting",
                    "Preparare una domanda per ogni riunione",
                ),
                Text("Ask it first", "Farla per primo intervento"),
                Text("Present for five minutes", "Presentare per cinque minuti"),
            ),
        ),
    ),
}
