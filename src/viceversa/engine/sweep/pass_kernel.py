"""The compiled pass over one block: for each person of one side, the best of the other."""

from viceversa.engine.sweep.kernel import compiled, feasible, finished, inlined

# More than any score.
BEYOND = 1 << 62
# Less than any sum, so that what is added to it stays so.
NEVER = -(1 << 61)
# To guess how good the best of a row are: every so manieth sum, sorted into so many levels; and
# how many times the pairs to be kept are looked at first.
SAMPLED = 8
LEVELS = 64
PROMISING = 2


@inlined
def _trade_of_mentee(t, index, i, sums):  # type: ignore[no-untyped-def]  # Numba types it
    """Add both exchanges of a mentee with every mentor to `sums`, weighted."""
    for k in range(t.topics.want_topic.shape[1]):
        topic = t.topics.want_topic[i, k]
        for e in range(index.offered.start[topic], index.offered.start[topic + 1]):
            level = index.offered.what[e]
            sums[index.offered.who[e]] += t.weights[0] * t.topics.want_gain[i, k, level]
    for g in range(index.gives.start[i], index.gives.start[i + 1]):
        topic = index.gives.who[g]
        for e in range(index.hoped.start[topic], index.hoped.start[topic + 1]):
            sums[index.hoped.who[e]] += t.weights[1] * index.hoped_gain[e]


@inlined
def _trade_of_mentor(t, index, j, sums):  # type: ignore[no-untyped-def]  # Numba types it
    """Add both exchanges of a mentor with every mentee to `sums`, weighted."""
    for o in range(index.offers.start[j], index.offers.start[j + 1]):
        topic, level = index.offers.who[o], index.offers.what[o]
        for e in range(index.wanted.start[topic], index.wanted.start[topic + 1]):
            sums[index.wanted.who[e]] += t.weights[0] * index.wanted_gain[level, e]
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
def _kept(t, i, j, b, limit, r, size, score, worth, rest, out):  # type: ignore[no-untyped-def]  # Numba types it
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


@inlined
def _promising(sums, bar, wanted, tally):  # type: ignore[no-untyped-def]  # Numba types it
    """A level, at least `bar`, that some `wanted` of the sums reach, judged by a sample."""
    highest = bar
    for b in range(0, sums.shape[0], SAMPLED):
        highest = max(highest, sums[b])
    step = (highest - bar) // LEVELS + 1
    for level in range(LEVELS):
        tally[level] = 0
    for b in range(0, sums.shape[0], SAMPLED):
        if sums[b] >= bar:
            tally[(sums[b] - bar) // step] += SAMPLED
    level = LEVELS - 1
    reached = tally[level]
    while level > 0 and reached < wanted:
        level -= 1
        reached += tally[level]
    return bar + level * step


@inlined
def _lowest(limit, worth, lift):  # type: ignore[no-untyped-def]  # Numba types it
    """The least sum that can still give a pair a positive reduced worth."""
    _, floor, plain, top, above = worth[0], worth[1], worth[2], worth[3], worth[5]
    if plain:
        return 1 - lift
    return max(_floor(limit, floor, plain, top, above) + 1, 0) - lift


@inlined
def _add_up(t, index, person, flip, begin, tongues, sums):  # type: ignore[no-untyped-def]  # Numba types it
    """Languages and both exchanges of a person with everybody of the other side, on `begin`."""
    group = tongues.group[person]
    for b in range(begin.shape[0]):
        spoken = tongues.earned[group, b]
        sums[b] = begin[b] + t.weights[2] * spoken if spoken >= 0 else NEVER
    if flip:
        _trade_of_mentor(t, index, person, sums)
    else:
        _trade_of_mentee(t, index, person, sums)


@compiled
def best_of(t, index, asking, own, other, flip, worth, bounds, rest, scratch, out, counts):  # type: ignore[no-untyped-def]  # Numba types it
    """Fill `out` (rows, keep, 3) with position, score and reduced worth, `counts` with the sizes.

    Row r is person `asking[r]`: a mentee, or a mentor with `flip`; `own` has their prices. `worth`:
    place, floor, plain, top, table, above of the reward. `bounds`: see `bounds_of`.
    """
    lifts, neutral, offset, begin, least = bounds
    sums, tally = scratch
    place, plain, keep = worth[0], worth[2], out.shape[1]
    tongues = index.mentor_tongues if flip else index.mentee_tongues
    for r in range(own.shape[0]):
        person = asking[r]
        _add_up(t, index, person, flip, begin, tongues, sums)
        lift = lifts[person]
        bar = _lowest(own[r] + least - place, worth, lift)
        size = 0
        # The first look finds out how good the best are, the second finds the best.
        promising = _promising(sums, bar, PROMISING * keep, tally)
        for look in range(2 if promising > bar else 1):
            lowest = bar
            if look == 0:
                lowest = promising
            elif plain and size == keep:
                lowest = max(bar, out[r, keep - 1, 2] - lift)
            size = 0
            for b in range(other.shape[0]):
                if sums[b] < lowest:
                    continue
                i, j = (b, person) if flip else (person, b)
                limit = own[r] + other[b] - place
                score = sums[b] - offset[b] + neutral[person]
                score -= t.weights[2] * tongues.earned[tongues.group[person], b]
                size = _kept(t, i, j, b, limit, r, size, score, worth, rest, out)
                if plain and size == keep:
                    lowest = max(lowest, out[r, keep - 1, 2] + 1 - lift)
        counts[r] = size
