"""The words for reasons, in English and Italian, without Django: the round page and the report.

`Teller` is the front door. Nothing here agrees with a person's gender, and nothing judges a person:
fit belongs to a pair.
"""

from viceversa.matching.rules.sentences.checks import RuleLine
from viceversa.matching.rules.sentences.leftout import LeftOut, facts_of
from viceversa.matching.rules.sentences.reasons import Reason
from viceversa.matching.rules.sentences.teller import Exchange, Teller
from viceversa.matching.rules.sentences.tongue import Tongue

__all__ = ["Exchange", "LeftOut", "Reason", "RuleLine", "Teller", "Tongue", "facts_of"]
