# because: reduce, itertools and Counter in the place of loops
# batch: 2
# %% solution-to-ids
def to_ids(text):
    return list(bytearray(text, "utf-8"))
# %% solution-get-stats
from collections import Counter
from itertools import pairwise


def get_stats(ids):
    return Counter(pairwise(ids))
# %% solution-merge
def merge(ids, pair, idx):
    from functools import reduce

    def step(state, new):
        done, waiting = state
        if waiting is None:
            return done, (new,)
        if (waiting[0], new) == tuple(pair):
            return done + [idx], None
        return done + [waiting[0]], (new,)

    done, waiting = reduce(step, ids, ([], None))
    return done + list(waiting or ())
# %% solution-build-vocab
def build_vocab(merges):
    from functools import reduce

    base = {i: i.to_bytes(1, "little") for i in range(256)}
    return reduce(lambda v, m: {**v, m[1]: v[m[0][0]] + v[m[0][1]]}, merges.items(), base)
# %% solution-encode
def encode(text, merges):
    from functools import reduce

    return reduce(lambda ids, pair: merge(ids, pair, merges[pair]), sorted(merges, key=merges.get), to_ids(text))
