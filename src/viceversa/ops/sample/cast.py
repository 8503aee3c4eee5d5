"""The named cast: people the pages, the guide and the tests speak of, and where each one works."""

from dataclasses import dataclass
from typing import Literal

from viceversa.ops.sample.shape import BARI, BOLOGNA, BRESCIA, LYON, MILANO, TORINO, Site, Text

type Tier = Literal["chief", "division", "head", "lead", "staff"]


@dataclass(frozen=True, slots=True)
class Part:
    """A named person: `place` is a division's key for a division tier, a function's key below it.

    `step` is the seniority of staff (1 to 4); the tiers above get theirs from the tree. `flaw`
    names what is wrong with their record, on purpose: the product has something to say about it.
    """

    first: str
    last: str
    tier: Tier
    place: str
    site: Site
    title: Text | None = None
    step: int = 3
    languages: tuple[str, ...] = ("it", "en")
    flaw: Literal["", "no-manager"] = ""


CAST = (
    Part(
        "Lucia",
        "Bonfanti",
        "chief",
        "",
        MILANO,
        Text("Chief executive", "Amministratrice delegata"),
    ),
    Part("Francesca", "Dell’Orto", "division", "finance", MILANO),
    Part("Riccardo", "Sala", "division", "commercial", BOLOGNA),
    Part("Serena", "Melis", "division", "operations", BRESCIA),
    Part("Chiara", "Lorenzetti", "head", "learning", MILANO),
    Part("Alberto", "Brambilla", "head", "procurement", BRESCIA),
    Part("Paolo", "Venturi", "head", "logistics", BOLOGNA),
    Part("Stefano", "Arrighi", "head", "plant-brescia", BRESCIA),
    Part("Cristina", "Poli", "head", "quality", TORINO),
    Part("Marco", "Giordano", "head", "systems", MILANO),
    Part("Antonio", "Neri", "lead", "quality", TORINO),
    Part("Camille", "Lefèvre", "head", "sales-europe", LYON, languages=("fr", "en", "it")),
    Part("Jérôme", "Lacroix", "lead", "sales-europe", LYON, languages=("fr",)),
    Part("Roberta", "Grassi", "lead", "care", BOLOGNA, flaw="no-manager"),
    Part(
        "Teresa",
        "Moroni",
        "staff",
        "counsel",
        MILANO,
        Text("Trusted counsellor", "Consigliera di fiducia"),
        step=4,
    ),
    Part(
        "Marta",
        "Bellini",
        "staff",
        "treasury",
        MILANO,
        Text("Executive assistant", "Assistente di direzione"),
    ),
    Part(
        "Matteo",
        "Rinaldi",
        "staff",
        "systems",
        MILANO,
        Text("Systems administrator", "Amministrazione sistemi"),
    ),
    Part("Davide", "Okafor", "staff", "data", MILANO, step=2),
    Part(
        "Sofia", "D’Agnolo", "staff", "data", TORINO, Text("Data analyst", "Analista dati"), step=3
    ),
    Part("Nicolò", "Pavesi", "staff", "digital", BARI, step=2),
    Part("Giulia", "Fabbri", "staff", "digital", MILANO, step=2),
    Part(
        "Amina", "Diallo", "staff", "sustainability", MILANO, step=2, languages=("it", "fr", "en")
    ),
    Part("Luca", "Marini", "staff", "planning", BRESCIA, step=3),
    Part("Elena", "Rota", "staff", "brand", TORINO, step=2),
    Part("Matteo", "Ruggeri", "staff", "sales-italy", BARI, step=3),
    Part("Gaia", "Ferretti", "staff", "planning", BRESCIA, step=2),
    Part("Tommaso", "Orlando", "staff", "procurement", BRESCIA, step=2),
    Part("Yasmine", "Caruso", "staff", "digital", MILANO, step=3, languages=("it", "en", "fr")),
    Part("Ionuț", "Borghi", "staff", "talent", TORINO, step=3, languages=("it", "ro", "en")),
    Part("Zoë", "Rizzo", "staff", "counsel", BOLOGNA, step=3),
    Part("Alessia", "Kovačević", "staff", "counsel", MILANO, step=2),
    Part("Dario", "Morelli", "staff", "quality", TORINO, step=2),
    Part("Niccolò", "Dall’Ò", "staff", "plant-bari", BARI, step=1),
    Part("Emma", "Tosi", "staff", "care", BOLOGNA, step=2),
    Part("José", "De Luca", "staff", "engineering", TORINO, step=3, languages=("it", "es", "en")),
    Part(
        "Yasmine",
        "El Idrissi",
        "staff",
        "engineering",
        TORINO,
        step=1,
        languages=("it", "ar", "fr"),
    ),
    Part("Chloé", "Béranger", "staff", "sales-europe", LYON, step=2, languages=("fr", "en")),
)
