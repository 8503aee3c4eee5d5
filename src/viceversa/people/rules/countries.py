"""Countries: ISO 3166-1 codes with the English and Italian names a people file may use."""

from functools import cache

from viceversa.people.rules.folding import fold

# code|English|Italian, then further names; one country a line
TABLE = """\
AD|Andorra
AE|United Arab Emirates|Emirati Arabi Uniti
AF|Afghanistan
AG|Antigua and Barbuda|Antigua e Barbuda
AI|Anguilla
AL|Albania
AM|Armenia
AO|Angola
AQ|Antarctica|Antartide
AR|Argentina
AS|American Samoa|Samoa Americane
AT|Austria|Österreich
AU|Australia
AW|Aruba
AX|Åland Islands|Isole Åland
AZ|Azerbaijan|Azerbaigian
BA|Bosnia and Herzegovina|Bosnia ed Erzegovina
BB|Barbados
BD|Bangladesh
BE|Belgium|Belgio
BF|Burkina Faso
BG|Bulgaria
BH|Bahrain|Bahrein
BI|Burundi
BJ|Benin
BL|St. Barthélemy|Saint-Barthélemy
BM|Bermuda
BN|Brunei
BO|Bolivia
BQ|Caribbean Netherlands|Caraibi Olandesi
BR|Brazil|Brasile
BS|Bahamas
BT|Bhutan
BV|Bouvet Island|Isola Bouvet
BW|Botswana
BY|Belarus|Bielorussia
BZ|Belize
CA|Canada
CC|Cocos (Keeling) Islands|Isole Cocos (Keeling)
CD|Congo - Kinshasa|DR Congo
CF|Central African Republic|Repubblica Centrafricana
CG|Congo - Brazzaville|Congo-Brazzaville
CH|Switzerland|Svizzera|Schweiz|Suisse
CI|Côte d’Ivoire|Costa d’Avorio|Ivory Coast
CK|Cook Islands|Isole Cook
CL|Chile|Cile
CM|Cameroon|Camerun
CN|China|Cina|PRC
CO|Colombia
CR|Costa Rica
CU|Cuba
CV|Cape Verde|Capo Verde
CW|Curaçao
CX|Christmas Island|Isola Christmas
CY|Cyprus|Cipro
CZ|Czechia|Cechia|Czech Republic|Repubblica Ceca
DE|Germany|Germania|Deutschland
DJ|Djibouti|Gibuti
DK|Denmark|Danimarca
DM|Dominica
DO|Dominican Republic|Repubblica Dominicana
DZ|Algeria
EC|Ecuador
EE|Estonia
EG|Egypt|Egitto
EH|Western Sahara|Sahara Occidentale
ER|Eritrea
ES|Spain|Spagna|España
ET|Ethiopia|Etiopia
FI|Finland|Finlandia
FJ|Fiji|Figi
FK|Falkland Islands|Isole Falkland
FM|Micronesia
FO|Faroe Islands|Isole Fær Øer
FR|France|Francia
GA|Gabon
GB|United Kingdom|Regno Unito|UK|Great Britain|England|Scotland|Wales|Inghilterra|Gran Bretagna
GD|Grenada
GE|Georgia
GF|French Guiana|Guyana Francese
GG|Guernsey
GH|Ghana
GI|Gibraltar|Gibilterra
GL|Greenland|Groenlandia
GM|Gambia
GN|Guinea
GP|Guadeloupe|Guadalupa
GQ|Equatorial Guinea|Guinea Equatoriale
GR|Greece|Grecia
GS|South Georgia and South Sandwich Islands|Georgia del Sud e Sandwich Australi
GT|Guatemala
GU|Guam
GW|Guinea-Bissau
GY|Guyana
HK|Hong Kong SAR China|RAS di Hong Kong
HM|Heard and McDonald Islands|Isole Heard e McDonald
HN|Honduras
HR|Croatia|Croazia
HT|Haiti
HU|Hungary|Ungheria
ID|Indonesia
IE|Ireland|Irlanda
IL|Israel|Israele
IM|Isle of Man|Isola di Man
IN|India
IO|British Indian Ocean Territory|Territorio Britannico dell’Oceano Indiano
IQ|Iraq
IR|Iran
IS|Iceland|Islanda
IT|Italy|Italia
JE|Jersey
JM|Jamaica|Giamaica
JO|Jordan|Giordania
JP|Japan|Giappone
KE|Kenya
KG|Kyrgyzstan|Kirghizistan
KH|Cambodia|Cambogia
KI|Kiribati
KM|Comoros|Comore
KN|St. Kitts and Nevis|Saint Kitts e Nevis
KP|North Korea|Corea del Nord
KR|South Korea|Corea del Sud|Korea
KW|Kuwait
KY|Cayman Islands|Isole Cayman
KZ|Kazakhstan|Kazakistan
LA|Laos
LB|Lebanon|Libano
LC|St. Lucia|Saint Lucia
LI|Liechtenstein
LK|Sri Lanka
LR|Liberia
LS|Lesotho
LT|Lithuania|Lituania
LU|Luxembourg|Lussemburgo
LV|Latvia|Lettonia
LY|Libya|Libia
MA|Morocco|Marocco
MC|Monaco
MD|Moldova|Moldavia
ME|Montenegro
MF|St. Martin|Saint Martin
MG|Madagascar
MH|Marshall Islands|Isole Marshall
MK|North Macedonia|Macedonia del Nord|Macedonia
ML|Mali
MM|Myanmar (Burma)|Myanmar (Birmania)|Burma|Birmania
MN|Mongolia
MO|Macao SAR China|RAS di Macao
MP|Northern Mariana Islands|Isole Marianne Settentrionali
MQ|Martinique|Martinica
MR|Mauritania
MS|Montserrat
MT|Malta
MU|Mauritius
MV|Maldives|Maldive
MW|Malawi
MX|Mexico|Messico
MY|Malaysia
MZ|Mozambique|Mozambico
NA|Namibia
NC|New Caledonia|Nuova Caledonia
NE|Niger
NF|Norfolk Island|Isola Norfolk
NG|Nigeria
NI|Nicaragua
NL|Netherlands|Paesi Bassi|Holland|Olanda
NO|Norway|Norvegia
NP|Nepal
NR|Nauru
NU|Niue
NZ|New Zealand|Nuova Zelanda
OM|Oman
PA|Panama
PE|Peru|Perù
PF|French Polynesia|Polinesia Francese
PG|Papua New Guinea|Papua Nuova Guinea
PH|Philippines|Filippine
PK|Pakistan
PL|Poland|Polonia
PM|St. Pierre and Miquelon|Saint-Pierre e Miquelon
PN|Pitcairn Islands|Isole Pitcairn
PR|Puerto Rico|Portorico
PS|Palestinian Territories|Territori Palestinesi
PT|Portugal|Portogallo
PW|Palau
PY|Paraguay
QA|Qatar
RE|Réunion|Riunione
RO|Romania
RS|Serbia
RU|Russia|Russian Federation|Federazione Russa
RW|Rwanda|Ruanda
SA|Saudi Arabia|Arabia Saudita
SB|Solomon Islands|Isole Salomone
SC|Seychelles
SD|Sudan
SE|Sweden|Svezia
SG|Singapore
SH|St. Helena|Sant’Elena
SI|Slovenia
SJ|Svalbard and Jan Mayen|Svalbard e Jan Mayen
SK|Slovakia|Slovacchia
SL|Sierra Leone
SM|San Marino
SN|Senegal
SO|Somalia
SR|Suriname
SS|South Sudan|Sud Sudan
ST|São Tomé and Príncipe|São Tomé e Príncipe
SV|El Salvador
SX|Sint Maarten
SY|Syria|Siria
SZ|Eswatini|Swaziland
TC|Turks and Caicos Islands|Isole Turks e Caicos
TD|Chad|Ciad
TF|French Southern Territories|Terre Australi Francesi
TG|Togo
TH|Thailand|Thailandia
TJ|Tajikistan|Tagikistan
TK|Tokelau
TL|Timor-Leste|Timor Est
TM|Turkmenistan
TN|Tunisia
TO|Tonga
TR|Türkiye|Turchia|Turkey
TT|Trinidad and Tobago|Trinidad e Tobago
TV|Tuvalu
TW|Taiwan
TZ|Tanzania
UA|Ukraine|Ucraina
UG|Uganda
UM|U.S. Outlying Islands|Isole Minori Esterne degli Stati Uniti
US|United States|Stati Uniti|USA|United States of America|Stati Uniti d’America
UY|Uruguay
UZ|Uzbekistan
VA|Vatican City|Città del Vaticano|Holy See|Santa Sede
VC|St. Vincent and Grenadines|Saint Vincent e Grenadine
VE|Venezuela
VG|British Virgin Islands|Isole Vergini Britanniche
VI|U.S. Virgin Islands|Isole Vergini Americane
VN|Vietnam
VU|Vanuatu
WF|Wallis and Futuna|Wallis e Futuna
WS|Samoa
YE|Yemen
YT|Mayotte
ZA|South Africa|Sudafrica
ZM|Zambia
ZW|Zimbabwe
"""


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for line in TABLE.splitlines():
        code, *names = line.split("|")
        codes.update({fold(name): code for name in names})
        codes[fold(code)] = code
    return codes


def country_code(text: str) -> str | None:
    """Return the ISO code of a code or name in either language, or None where there is none."""
    return _codes().get(fold(text))


def country_names() -> tuple[str, ...]:
    """Return every folded code and name, for suggestions."""
    return tuple(_codes())


def country_name(code: str, language: str) -> str:
    """Return the name of a country in `en` or `it`, or the code itself where it is unknown."""
    column = 2 if language.startswith("it") else 1
    for line in TABLE.splitlines():
        parts = line.split("|")
        if parts[0] == code:
            return parts[min(column, len(parts) - 1)]
    return code
