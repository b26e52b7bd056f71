# because: merges with str.replace on a marked string <1><2>, Counter.most_common, functools.reduce one-liners
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    return [*text.encode()]
# %% solution-get-stats
from collections import Counter
from itertools import pairwise


def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    return Counter(pairwise(ids))
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    marked = "".join("<%d>" % i for i in ids)
    marked = marked.replace("<%d><%d>" % tuple(pair), "<%d>" % idx)
    return [int(part) for part in marked[1:-1].split("><")] if marked else []
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    from collections import Counter
    from functools import reduce

    def step(state, idx):
        ids, merges = state
        for pair, _ in Counter(get_stats(ids)).most_common(1):
            return merge(ids, pair, idx), merges | {pair: idx}
        return state

    return reduce(step, range(256, V), (to_ids(text), {}))[1]
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    table = [bytes((i,)) for i in range(256)]
    for p, q in merges:
        table.append(table[p] + table[q])
    return {i: token for i, token in enumerate(table)}
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    return b"".join(map(build_vocab(merges).get, ids)).decode(errors="replace")
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    from functools import reduce

    return reduce(lambda ids, rule: merge(ids, *rule), merges.items(), to_ids(text))
