"""Topic fit: how much of what the mentee wants the mentor is well able to share."""

from viceversa.engine.problem.tables import Amount, Position, Topics


def topics(t: Topics, i: Position, j: Position) -> Amount:
    """Sum over the wanted topics of weight share × (mentor's level - mentee's) / (8 - mentee's).

    A mentor below the threshold level earns nothing for a topic. UNIT: every wish met at the
    highest level. A mentee who declared no wish counts as half with everyone.
    """
    earned = t.want_neutral[i]
    for k in range(t.want_topic.shape[1]):
        earned = earned + t.want_gain[i, k, t.offer_level[t.want_topic[i, k], j]]
    return earned
