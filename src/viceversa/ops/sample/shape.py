"""The shape of the group: sites, divisions and functions, with what people there are called."""

from dataclasses import dataclass
from typing import Literal

type Language = Literal["en", "it"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in the two languages the company's data can be written in."""

    en: str
    it: str

    def __call__(self, language: Language) -> str:
        return self.it if language == "it" else self.en


@dataclass(frozen=True, slots=True)
class Site:
    name: str
    country: str
    time_zone: str


MILANO = Site("Milano", "IT", "Europe/Rome")
BRESCIA = Site("Brescia", "IT", "Europe/Rome")
TORINO = Site("Torino", "IT", "Europe/Rome")
BARI = Site("Bari", "IT", "Europe/Rome")
BOLOGNA = Site("Bologna", "IT", "Europe/Rome")
LYON = Site("Lyon", "FR", "Europe/Paris")
SITES = (MILANO, BRESCIA, TORINO, BARI, BOLOGNA, LYON)


@dataclass(frozen=True, slots=True)
class Function:
    """A department of a division; `weight` is its share of people, `jobs` are its trades.

    `sites` are where its people work, the commonest first. `shifts` says that most of them work in
    the plant's shifts, so that their free hours are not the office's.
    """

    key: str
    name: Text
    weight: int
    sites: tuple[Site, ...]
    jobs: tuple[Text, ...]
    shifts: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    key: str
    name: Text
    chief: Text
    functions: tuple[Function, ...]


DIVISIONS = (
    Division(
        "finance",
        Text("Finance", "Finanza"),
        Text("Chief financial officer", "Direzione finanza"),
        (
            Function(
                "accounting",
                Text("Accounting", "Contabilità"),
                4,
                (MILANO, BRESCIA, LYON),
                (
                    Text("Accountant", "Contabile"),
                    Text("Accounts payable specialist", "Specialista ciclo passivo"),
                ),
            ),
            Function(
                "controlling",
                Text("Controlling", "Controllo di gestione"),
                3,
                (MILANO, BRESCIA),
                (Text("Business controller", "Controller"), Text("Cost analyst", "Analista costi")),
            ),
            Function(
                "treasury",
                Text("Treasury", "Tesoreria"),
                2,
                (MILANO,),
                (Text("Treasury analyst", "Analista tesoreria"),),
            ),
        ),
    ),
    Division(
        "people",
        Text("People", "Persone"),
        Text("Chief people officer", "Direzione persone"),
        (
            Function(
                "learning",
                Text("Learning and inclusion", "Formazione e inclusione"),
                2,
                (MILANO, BOLOGNA),
                (Text("Learning designer", "Specialista formazione"),),
            ),
            Function(
                "talent",
                Text("Talent", "Selezione e talenti"),
                2,
                (TORINO, MILANO, LYON),
                (
                    Text("Talent acquisition specialist", "Specialista selezione"),
                    Text("HR business partner", "HR business partner"),
                ),
            ),
            Function(
                "payroll",
                Text("People administration", "Amministrazione del personale"),
                2,
                (BRESCIA, BARI),
                (Text("Payroll specialist", "Specialista paghe"),),
            ),
        ),
    ),
    Division(
        "commercial",
        Text("Commercial", "Commerciale"),
        Text("Chief commercial officer", "Direzione commerciale"),
        (
            Function(
                "sales-italy",
                Text("Sales Italy", "Vendite Italia"),
                7,
                (MILANO, BARI, BOLOGNA, TORINO),
                (
                    Text("Account manager", "Account manager"),
                    Text("Inside sales specialist", "Specialista vendite interne"),
                ),
            ),
            Function(
                "sales-europe",
                Text("Sales Europe", "Vendite Europa"),
                5,
                (LYON, MILANO),
                (
                    Text("Export manager", "Export manager"),
                    Text("Sales specialist France", "Specialista vendite Francia"),
                ),
            ),
            Function(
                "care",
                Text("Customer care", "Assistenza clienti"),
                6,
                (BARI, BOLOGNA, LYON),
                (
                    Text("Customer care specialist", "Specialista assistenza clienti"),
                    Text("After-sales engineer", "Ingegnere post-vendita"),
                ),
            ),
        ),
    ),
    Division(
        "marketing",
        Text("Marketing", "Marketing"),
        Text("Chief marketing officer", "Direzione marketing"),
        (
            Function(
                "digital",
                Text("Digital marketing", "Marketing digitale"),
                4,
                (MILANO, BARI, LYON),
                (
                    Text("Digital marketing specialist", "Specialista marketing digitale"),
                    Text("Social media specialist", "Specialista social media"),
                    Text("E-commerce specialist", "Specialista e-commerce"),
                ),
            ),
            Function(
                "brand",
                Text("Brand and communication", "Marca e comunicazione"),
                3,
                (MILANO, TORINO),
                (
                    Text("Communication specialist", "Specialista comunicazione"),
                    Text("Graphic designer", "Graphic designer"),
                ),
            ),
        ),
    ),
    Division(
        "operations",
        Text("Operations", "Produzione"),
        Text("Chief operations officer", "Direzione produzione"),
        (
            Function(
                "plant-brescia",
                Text("Brescia plant", "Stabilimento di Brescia"),
                15,
                (BRESCIA,),
                (
                    Text("Line operator", "Operatore di linea"),
                    Text("CNC specialist", "Specialista CNC"),
                    Text("Process technician", "Analista di processo"),
                ),
                shifts=True,
            ),
            Function(
                "plant-bari",
                Text("Bari plant", "Stabilimento di Bari"),
                10,
                (BARI,),
                (
                    Text("Line operator", "Operatore di linea"),
                    Text("Assembly specialist", "Specialista assemblaggio"),
                ),
                shifts=True,
            ),
            Function(
                "quality",
                Text("Quality", "Qualità"),
                4,
                (BRESCIA, TORINO, BARI),
                (
                    Text("Quality analyst", "Analista qualità"),
                    Text("Laboratory specialist", "Specialista di laboratorio"),
                ),
            ),
            Function(
                "maintenance",
                Text("Maintenance", "Manutenzione"),
                4,
                (BRESCIA, BARI),
                (Text("Automation specialist", "Specialista automazione"),),
                shifts=True,
            ),
        ),
    ),
    Division(
        "supply",
        Text("Supply chain", "Supply chain"),
        Text("Chief supply chain officer", "Direzione supply chain"),
        (
            Function(
                "procurement",
                Text("Procurement", "Acquisti"),
                4,
                (BRESCIA, MILANO),
                (Text("Buyer", "Buyer"), Text("Category analyst", "Analista di categoria")),
            ),
            Function(
                "logistics",
                Text("Logistics", "Logistica"),
                6,
                (BOLOGNA, BRESCIA, BARI),
                (
                    Text("Logistics specialist", "Specialista logistica"),
                    Text("Warehouse specialist", "Specialista magazzino"),
                ),
            ),
            Function(
                "planning",
                Text("Planning", "Pianificazione"),
                3,
                (BRESCIA, BOLOGNA),
                (Text("Demand planner", "Demand planner"),),
            ),
        ),
    ),
    Division(
        "technology",
        Text("Technology", "Tecnologia"),
        Text("Chief technology officer", "Direzione tecnologia"),
        (
            Function(
                "data",
                Text("Data", "Dati"),
                4,
                (TORINO, MILANO),
                (Text("Data analyst", "Analista dati"), Text("Data engineer", "Data engineer")),
            ),
            Function(
                "systems",
                Text("IT systems", "Sistemi informativi"),
                4,
                (MILANO, TORINO, BRESCIA),
                (
                    Text("Systems specialist", "Specialista sistemi"),
                    Text("Software developer", "Sviluppo software"),
                    Text("Security analyst", "Analista sicurezza"),
                ),
            ),
            Function(
                "engineering",
                Text("Product engineering", "Progettazione"),
                6,
                (TORINO, BRESCIA, LYON),
                (
                    Text("Design engineer", "Ingegnere di prodotto"),
                    Text("Simulation specialist", "Specialista simulazione"),
                ),
            ),
        ),
    ),
    Division(
        "legal",
        Text("Legal and sustainability", "Legale e sostenibilità"),
        Text("General counsel", "Direzione legale"),
        (
            Function(
                "counsel",
                Text("Legal", "Legale"),
                3,
                (MILANO, BOLOGNA, LYON),
                (Text("Legal counsel", "Consulente legale"),),
            ),
            Function(
                "sustainability",
                Text("Sustainability", "Sostenibilità"),
                2,
                (MILANO, BRESCIA),
                (Text("Sustainability analyst", "Analista sostenibilità"),),
            ),
        ),
    ),
)

FUNCTIONS = {function.key: function for division in DIVISIONS for function in division.functions}
CHIEF = Text("Chief executive officer", "Direzione generale")
TOP_UNIT = Text("General management", "Direzione generale")
HEAD = Text("Head of {}", "Responsabile {}")
AREA = Text("Area manager, {}", "Responsabile di area, {}")
LEAD = Text("Team lead, {}", "Responsabile di team, {}")
JUNIOR = Text("Junior {}", "{} junior")
SENIOR = Text("Senior {}", "{} senior")
TEAM = Text("Team {}", "Team {}")
AREA_UNIT = Text("Area {}", "Area {}")
