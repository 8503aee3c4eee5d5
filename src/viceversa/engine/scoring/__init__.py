"""The criteria, one module each, and the score: their weighted mean in whole numbers.

To add a criterion: write its module, name it in `problem.model.CRITERIA` and `Weights`, add it
to `FORMULAS` in the same place and to `sweep.kernel`. The tests compare both paths.
"""

from .availability import AMPLE_MINUTES, availability, common_minutes
from .language import language
from .mixing import mixing
from .preferences import preferences
from .reciprocity import reciprocity
from .reward import Reward, reward_of
from .style import style
from .topics import topics
from .total import FORMULAS, earned, highest, pair_scores, scores
from .waiting import waiting

__all__ = [
    "AMPLE_MINUTES",
    "FORMULAS",
    "Reward",
    "availability",
    "common_minutes",
    "earned",
    "highest",
    "language",
    "mixing",
    "pair_scores",
    "preferences",
    "reciprocity",
    "reward_of",
    "scores",
    "style",
    "topics",
    "waiting",
]
