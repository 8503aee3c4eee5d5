"""The compiled pass over one block: for each person of one side, the best of the other."""

from viceversa.engine.sweep.kernel import compiled, feasible, finished, inlined

# More than any score.
BEYOND = 1 << 62


@inlined
def _trade_of_mentee(t, index, i, sums):  # type: ignore[no-untyped-def]  # Numba types it
    """Add both exchanges of a mentee with every mentor to `sums`, weighted."""
    for b in range(sums.shape[0]):
        sums[b] = t.weights[0] * t.topics.want_neutral[i] + t.weights[1] * t.returns.back_neutral[b]
    for k in range(t.topics.want_topic.shape[1]):
        topic = t.topics.want_topic[i, k]
        for e in range(index.offered.start[topic], index.offered.start[topic + 1]):
            level = index.offered.what[e]
            sums[index.offered.who[e]] += t.weights[0] * t.topics.want_gain[i, k, level]
    for g in range(index.gives.start[i], index.gives.start[i + 1]):
        topic = index.gives.who[g]
        for e in range(index.hoped.start[topic], index.hoped.start[topic + 1]):
            j = index.hoped.who[e]
            sums[j] += t.weights[1] * t.returns.back_gain[j, index.hoped.what[e]]


@inlined
def _trade_of_mentor(t, index, j, sums):  # type: ignore[no-untyped-def]  # Numba types it
    """Add both exchanges of a mentor with every mentee to `sums`, weighted."""
    for b in range(sums.shape[0]):
        sums[b] = t.weights[0] * t.topics.want_neutral[b] + t.weights[1] * t.returns.back_neutral[j]
    for o in range(index.offers.start[j], index.offers.start[j + 1]):
        topic, level = index.offers.who[o], index.offers.what[o]
        for e in range(index.wanted.start[topic], index.wanted.start[topic + 1]):
            i = index.wanted.who[e]
            sums[i] += t.weights[0] * t.topics.want_gain[i, index.wanted.what[e], level]
    for k in range(t.returns.back_topic.shape[1]):
        topic = t.returns.back_topic[j, k]
        for e in range(index.given.start[topic], index.given.start[topic + 1]):
            sums[index.given.who[e]] += t.weights[1] * t.returns.back_gain[j, k]


@inlined
def _floor(limit, floor, plain, top, above):  # type: ignore[no-untyped-def]  # Numba types it
    """The score a pair must exceed for g(score) to exceed `limit`; far too high if none can."""
    if limit >= top:
        return BEYOND
    if not plain and limit >= 0:
        limit = above[limit]
    return max(limit, floor - 1, -1)


@inlined
def _insert(out, r, size, position, score, reduced):  # type: ignore[no-untyped-def]  # Numba types it
    """Put a pair in its place by reduced worth, after its equals; returns the new size."""
    keep = out.shape[1]
    at = min(size, keep - 1)
    while at > 0 and out[r, at - 1, 2] < reduced:
        for k in range(3):
            out[r, at, k] = out[r, at - 1, k]
        at -= 1
    out[r, at, 0] = position
    out[r, at, 1] = score
    out[r, at, 2] = reduced
    return min(size + 1, keep)


@inlined
def _kept(t, i, j, b, start, limit, r, size, score, worth, rest, out):  # type: ignore[no-untyped-def]  # Numba types it
    """Finish one pair's score and keep it if it is among the best so far; the new size."""
    place, floor, plain, top, table, above = worth
    full = size == out.shape[1]
    need = _floor(limit + (out[r, size - 1, 2] if full else 0), floor, plain, top, above)
    if score + rest[1] <= need:
        return size
    score = finished(t, i, j, score, rest, need)
    if score <= need or not feasible(t, i, j):
        return size
    gain = score if plain else table[score]
    return _insert(out, r, size, b, score, gain - limit)


@compiled
def best_of(t, index, start, own, other, flip, worth, apart, rest, sums, out, counts):  # type: ignore[no-untyped-def]  # Numba types it
    """Fill `out` (rows, keep, 3) with position, score and reduced worth, `counts` with the sizes.

    Row r is person `start + r` of the asking side: mentees, or mentors with `flip`. `apart`: for
    each person of both sides the most their own part of waiting and preferences can be.
    `worth`: place, floor, plain, top, table, above of the reward.
    """
    own_apart, other_apart, most_left = apart
    place, _, plain, _, _, _ = worth
    for r in range(own.shape[0]):
        if flip:
            _trade_of_mentor(t, index, start + r, sums)
        else:
            _trade_of_mentee(t, index, start + r, sums)
        size = 0
        spare = most_left + own_apart[start + r] - own[r] + place
        for b in range(other.shape[0]):
            # The quick test knows no other g than the identity.
            if plain and sums[b] + other_apart[b] + spare <= other[b]:
                continue
            i, j = (b, start + r) if flip else (start + r, b)
            limit = own[r] + other[b] - place
            size = _kept(t, i, j, b, start, limit, r, size, sums[b], worth, rest, out)
        counts[r] = size
