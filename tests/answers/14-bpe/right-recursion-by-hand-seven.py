# because: UTF-8 written by hand with shifts, pairs by a loop of counters, recursion in train, build_vocab and encode; no max/min of the stats
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    out = []
    for ch in text:
        c = ord(ch)
        if c < 0x80:
            out += [c]
        elif c < 0x800:
            out += [0xC0 | c >> 6, 0x80 | c & 63]
        elif c < 0x10000:
            out += [0xE0 | c >> 12, 0x80 | c >> 6 & 63, 0x80 | c & 63]
        else:
            out += [0xF0 | c >> 18, 0x80 | c >> 12 & 63, 0x80 | c >> 6 & 63, 0x80 | c & 63]
    return out
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    keys, counts, where = [], [], {}
    for i in range(1, len(ids)):
        key = ids[i - 1], ids[i]
        if key not in where:
            where[key] = len(keys)
            keys.append(key)
            counts.append(0)
        counts[where[key]] += 1
    return {k: c for k, c in zip(keys, counts)}
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    out = []
    fresh = False  # may the last entry of out still be the left part of a pair?
    for x in ids:
        if fresh and out[-1] == pair[0] and x == pair[1]:
            out[-1] = idx
            fresh = False
        else:
            out.append(x)
            fresh = True
    return out
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """

    def rounds(ids, idx):
        stats = get_stats(ids)
        if idx >= V or not stats:
            return []
        top = sorted(stats.values())[-1]
        i = 0
        while stats[ids[i], ids[i + 1]] != top:
            i += 1
        pair = (ids[i], ids[i + 1])
        return [(pair, idx)] + rounds(merge(ids, pair, idx), idx + 1)

    return dict(rounds(to_ids(text), 256))
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    parts = {idx: pair for pair, idx in merges.items()}

    def spell(i):
        if i not in parts:
            return [i]
        p, q = parts[i]
        return spell(p) + spell(q)

    return {i: bytes(spell(i)) for i in [*range(256), *merges.values()]}
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    parts = {idx: pair for pair, idx in merges.items()}
    stack, data = list(reversed(ids)), bytearray()
    while stack:
        i = stack.pop()
        if i < 256:
            data.append(i)
        else:
            p, q = parts[i]
            stack += [q, p]
    return str(data, "utf-8", "replace")
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""

    def go(ids):
        found = sorted(merges[p] for p in get_stats(ids) if p in merges)
        if not found:
            return ids
        (pair,) = [p for p, i in merges.items() if i == found[0]]
        return go(merge(ids, pair, found[0]))

    return go(to_ids(text))
