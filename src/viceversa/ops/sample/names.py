"""Invented names as an Italian group has them: accents, apostrophes, particles, many origins."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Names:
    """First and last names that go together; last names may be of two words."""

    first: tuple[str, ...]
    last: tuple[str, ...]


def _names(first: str, last: str) -> Names:
    return Names(tuple(first.split()), tuple(" ".join(name.split()) for name in last.split(",")))


ORIGINS: Mapping[str, Names] = {
    "it": _names(
        """
        Sofia Giulia Aurora Alice Martina Chiara Sara Anna Elena Marta Federica Francesca Silvia
        Paola Laura Elisa Valentina Beatrice Camilla Caterina Cristina Daniela Emma Gaia Gloria
        Ilaria Irene Lucia Ludovica Margherita Miriam Monica Nicoletta Noemi Ottavia Rebecca Roberta
        Rossella Serena Stefania Susanna Teresa Viola Vittoria Lorenzo Alessandro Andrea Matteo
        Francesco Davide Riccardo Tommaso Federico Giuseppe Antonio Marco Luca Simone Giovanni
        Pietro Edoardo Niccolò Nicolò Filippo Gabriele Michele Stefano Paolo Roberto Alberto Carlo
        Enrico Fabio Giacomo Jacopo Leonardo Massimo Maurizio Nicola Paride Renato Saverio Sergio
        Tiziano Umberto Valerio Vincenzo Adele Agnese Bianca Diletta Ginevra Greta Matilde Nina
        Zoë Anna-Maria Cesare Elia Ettore Mattia Samuele Achille Nicodemo Tobia
        """,
        """
        Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno,
        Gallo, Conti, De Luca, Costa, Giordano, Mancini, Rizzo, Lombardi, Moretti, Barbieri,
        Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, Galli, Martini, Leone, Longo, Gentile,
        Vitale, Martinelli, Lombardo, Serra, Coppola, De Santis, D’Angelo, Marchetti, Parisi,
        Villa, Conte,
        Ferretti, Sala, Bellini, Grassi, Fabbri, Monti, Morelli, Riva, Neri, Pellegrini, Palumbo,
        Sanna, Farina, Rizzi, Cattaneo, Testa, Caputo, Montanari, Guerra, Palmieri, Bernardi, Fiore,
        Martino, De Rosa, Ferri, Bianco, Basile, D’Amico, Sorrentino, Negri, Orlando, Valenti,
        Silvestri, Carbone, Deiana, Dell’Orto, Dall’Ò, D’Agnolo, Dalla Costa, De Angelis,
        Degl’Innocenti, Della Valle, Di Stefano, La Rocca, Lo Presti, Li Vigni, Nicolì, Cantù,
        Calabrò, Arcà, Scordò, Surdì, Muscarà, Viganò, Arrighi, Venturi, Poli, Tosi, Rota, Pavesi,
        Ruggeri, Borghi, Corradi, Castelli, Tedesco, Cocco, Amato, Benedetti, Bertolini, Bonomi,
        Brambilla, Busnelli, Carminati, Cazzaniga, Crippa, Donati, Falconi, Folli, Gatti, Ghezzi,
        Invernizzi, Locatelli, Maffei, Mazzoleni, Melis, Pedretti, Pirovano, Quaglia, Radaelli,
        Salvi, Scotti, Tagliabue, Uberti, Zambelli, Zanetti, Zorzi, Müller, Plattner, Niederkofler
        """,
    ),
    "fr": _names(
        "Camille Chloé Élodie François Hélène Jérôme Léa Mathéo Noémie Théo Maëlle Benoît Aurélie",
        "Dupont, Lefèvre, Lacroix, Mercier, de La Tour, Béranger, Chevalier, Faÿ, Besançon",
    ),
    "ro": _names("Ionuț Andreea Mihai Ștefan Bogdan Ioana", "Popa, Ionescu, Ștefănescu, Munteanu"),
    "al": _names("Arben Elira Besnik Drita", "Hoxha, Krasniqi, Gjoka"),
    "hr": _names("Goran Ivana Nikola Jelena Željko", "Kovačević, Horvat, Marković, Đorđević"),
    "ma": _names("Yasmine Karim Samira Youssef Amina", "El Idrissi, Ben Salah, Haddad, El Fassi"),
    "ng": _names("Blessing Chidi Ngozi Kwame Fatou", "Okafor, Adeyemi, Mensah, Diallo, Sow"),
    "cn": _names("Mei Jin Giulia Marco Wei", "Hu, Chen, Zhang, Lin"),
    "es": _names("Ana José João Joaquín Inés", "García, Muñoz, Ibáñez, Gonçalves, Conceição"),
    "pl": _names("Łukasz Tomasz Zuzanna Ewa", "Nowak, Zając, Łukaszewicz, Wrzos"),
    "in": _names("Priya Arjun Anika Simran", "Perera, Fernando, Kaur, Singh"),
    "vn": _names("Linh Minh Thảo", "Nguyễn, Trần"),
    "north": _names("Jürgen Käthe Sören Åsa Björn", "Schäfer, Weiß, Åkesson, Sørensen"),
    "tr": _names("Işıl Emre Gül", "Öztürk, Şahin"),
}
ABROAD = tuple(origin for origin in ORIGINS if origin not in ("it", "fr"))

_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "’": "'"}
)


def without_accents(text: str) -> str:
    """Return `text` in plain letters: Nguyễn → Nguyen, Weiß → Weiss, D’Agnolo → D'Agnolo."""
    parts = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(part for part in parts if not unicodedata.combining(part))


def invent(random: Random, *, country: str = "IT") -> tuple[str, str]:
    """Return a first and a last name; most are at home in `country`, some come from elsewhere."""
    home, neighbour = ("fr", "it") if country == "FR" else ("it", "fr")
    origin = random.choices((home, neighbour, random.choice(ABROAD)), (84, 3, 13))[0]
    names = ORIGINS[origin]
    return random.choice(names.first), random.choice(names.last)


class Addresses:
    """E-mail addresses of the group, each given once: a second Anna Rossi is anna.rossi2."""

    def __init__(self, domain: str = "altavalle.example") -> None:
        self._domain = domain
        self._given: dict[str, int] = {}

    def give(self, first: str, last: str) -> str:
        words = (without_accents(word).casefold() for word in (first, last))
        local = ".".join("".join(c for c in word if c.isascii() and c.isalnum()) for word in words)
        count = self._given.get(local, 0) + 1
        self._given[local] = count
        return f"{local}{count if count > 1 else ''}@{self._domain}"
