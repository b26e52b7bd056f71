# because: encode with a heap of (new id, position) over a linked list; generator in merge; train finds ties by the position of the first occurrence, independent of the order of the dictionary
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    ids = []
    for character in text:
        for byte in character.encode("utf8"):
            ids.append(byte)
    return ids
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = dict.fromkeys(zip(ids, ids[1:]), 0)
    for pair in zip(ids, ids[1:]):
        stats[pair] += 1
    return stats
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    def walk(it):
        nothing = object()
        held = nothing
        for x in it:
            if held is nothing:
                held = x
            elif held == pair[0] and x == pair[1]:
                yield idx
                held = nothing
            else:
                yield held
                held = x
        if held is not nothing:
            yield held

    return list(walk(iter(ids)))
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids = to_ids(text)
    merges = {}
    for idx in range(256, V):
        count, first = {}, {}
        for place, pair in enumerate(zip(ids, ids[1:])):
            count[pair] = 1 + count.get(pair, 0)
            first.setdefault(pair, place)
        if not count:
            return merges
        pair = min(count, key=lambda p: (-count[p], first[p]))
        merges[pair] = idx
        ids = merge(ids, pair, idx)
    return merges
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    from collections import ChainMap

    made = {}
    single = {i: bytes([i]) for i in range(256)}
    both = ChainMap(made, single)
    for (left, right), idx in merges.items():
        made[idx] = both[left] + both[right]
    return {**single, **made}
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    back = [(idx, pair) for pair, idx in merges.items()]
    flat = list(ids)
    for idx, pair in reversed(back):
        flat = [part for i in flat for part in (pair if i == idx else (i,))]
    return bytes(flat).decode("utf-8", "replace")
# %% solution-encode
import heapq


def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    n = len(ids)
    nxt, prv = list(range(1, n + 1)), list(range(-1, n - 1))
    alive = [True] * n
    heap = []

    def offer(i):
        """Put the pair that begins at place i on the heap, if there is a rule for it."""
        if i >= 0 and nxt[i] < n:
            pair = (ids[i], ids[nxt[i]])
            if pair in merges:
                heapq.heappush(heap, (merges[pair], i, pair))

    for i in range(n):
        offer(i)
    while heap:
        idx, i, pair = heapq.heappop(heap)
        if not alive[i] or nxt[i] >= n or (ids[i], ids[nxt[i]]) != pair:
            continue  # out of date
        j = nxt[i]
        ids[i], alive[j], nxt[i] = idx, False, nxt[j]
        if nxt[i] < n:
            prv[nxt[i]] = i
        offer(prv[i])
        offer(i)
    return [x for x, a in zip(ids, alive) if a]
