"""Languages: BCP 47 codes with the English and Italian names a people file may use."""

import re
from functools import cache

from viceversa.people.rules.folding import fold

# code|English|Italian, then further names; one language a line
TABLE = """\
it|Italian|italiano
en|English|inglese
fr|French|francese|français
de|German|tedesco|Deutsch
es|Spanish|spagnolo|castigliano|español
pt|Portuguese|portoghese|português
ro|Romanian|rumeno
sq|Albanian|albanese
ar|Arabic|arabo
zh|Chinese|cinese|Mandarin|mandarino
uk|Ukrainian|ucraino
pl|Polish|polacco
nl|Dutch|olandese|Flemish|fiammingo
el|Greek|greco
hu|Hungarian|ungherese
cs|Czech|ceco
sk|Slovak|slovacco
sl|Slovenian|sloveno
hr|Croatian|croato
sr|Serbian|serbo
bs|Bosnian|bosniaco
bg|Bulgarian|bulgaro
ru|Russian|russo
tr|Turkish|turco
he|Hebrew|ebraico
fa|Persian|persiano|Farsi
hi|Hindi|hindi
ur|Urdu|urdu
bn|Bangla|bengalese|Bengali
pa|Punjabi|punjabi
ta|Tamil|tamil
te|Telugu|telugu
ml|Malayalam|malayalam
mr|Marathi|marathi
gu|Gujarati|gujarati
kn|Kannada|kannada
ja|Japanese|giapponese
ko|Korean|coreano
vi|Vietnamese|vietnamita
th|Thai|thailandese
id|Indonesian|indonesiano
ms|Malay|malese
tl|Tagalog|tagalog
sv|Swedish|svedese
da|Danish|danese
nb|Norwegian Bokmål|norvegese bokmål
nn|Norwegian Nynorsk|norvegese nynorsk
no|Norwegian|norvegese
fi|Finnish|finlandese
et|Estonian|estone
lv|Latvian|lettone
lt|Lithuanian|lituano
is|Icelandic|islandese
ga|Irish|irlandese
mt|Maltese|maltese
ca|Catalan|catalano|català
eu|Basque|basco
gl|Galician|galiziano
cy|Welsh|gallese
lb|Luxembourgish|lussemburghese
mk|Macedonian|macedone
be|Belarusian|bielorusso
ka|Georgian|georgiano
hy|Armenian|armeno
az|Azerbaijani|azerbaigiano
kk|Kazakh|kazako
uz|Uzbek|uzbeco
mn|Mongolian|mongolo
sw|Swahili|swahili
am|Amharic|amarico
so|Somali|somalo
ti|Tigrinya|tigrino
ha|Hausa|hausa
yo|Yoruba|yoruba
ig|Igbo|igbo
zu|Zulu|zulu
xh|Xhosa|xhosa
af|Afrikaans|afrikaans
ne|Nepali|nepalese
si|Sinhala|singalese
km|Khmer|khmer
lo|Lao|lao
my|Burmese|birmano
fur|Friulian|friulano
sc|Sardinian|sardo
lld|ladino|Ladin
lmo|Lombard|lombardo
nap|Neapolitan|napoletano
scn|Sicilian|siciliano
vec|Venetian|veneto
eo|Esperanto|esperanto
la|Latin|latino
ps|Pashto|pashto
ku|Kurdish|curdo
wo|Wolof|wolof
rm|Romansh|romancio
gsw|Swiss German|tedesco svizzero
"""
TAG = re.compile(r"^([a-z]{2,3})([-_][a-z0-9]{2,8})*$", re.IGNORECASE)


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for line in TABLE.splitlines():
        code, *names = line.split("|")
        codes.update({fold(name): code for name in names})
        codes[fold(code)] = code
    return codes


def language_code(text: str) -> str | None:
    """Return the lower-case primary BCP 47 code of a tag (`it-CH` is `it`) or name, or None."""
    known = _codes()
    found = known.get(fold(text))
    if found is None and (tag := TAG.match(text.strip())):
        found = known.get(tag[1].lower())
    return found


def language_names() -> tuple[str, ...]:
    """Return every folded code and name, for suggestions."""
    return tuple(_codes())


def language_name(code: str, language: str) -> str:
    """Return the name of a language in `en` or `it`, or the code itself where it is unknown."""
    column = 2 if language.startswith("it") else 1
    for line in TABLE.splitlines():
        parts = line.split("|")
        if parts[0] == code:
            return parts[min(column, len(parts) - 1)]
    return code
