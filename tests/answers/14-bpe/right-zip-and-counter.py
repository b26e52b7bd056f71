# because: a Counter for the pairs, merging by a generator with a one-step memory, encoding merge by merge in order
# batch: 0
# %% solution-to-ids
def to_ids(text):
    return [*bytearray(text, "utf-8")]
# %% solution-get-stats
from collections import Counter


def get_stats(ids):
    return dict(Counter(zip(ids[:-1], ids[1:])))
# %% solution-merge
def merge(ids, pair, idx):
    def walk():
        held = []
        for i in ids:
            held.append(i)
            if len(held) == 2:
                if tuple(held) == tuple(pair):
                    yield idx
                    held = []
                else:
                    yield held.pop(0)
        yield from held

    return list(walk())
# %% solution-encode
def encode(text, merges):
    ids = to_ids(text)
    for pair, idx in sorted(merges.items(), key=lambda item: item[1]):
        ids = merge(ids, pair, idx)
    return ids
