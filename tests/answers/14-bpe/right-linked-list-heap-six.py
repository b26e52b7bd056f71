# because: right: plain loops; encode with a linked list and a heap of (new id, place), merge with a stack of pending ids, build_vocab by recursion, UTF-8 encoded by hand
# batch: 6
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    out = []
    for c in text:
        n = ord(c)
        tail = []
        lead, room = 0, 128
        while n >= room:
            tail.insert(0, 128 + n % 64)
            n //= 64
            room = 32 if len(tail) == 1 else room // 2
            lead = {1: 192, 2: 224, 3: 240}[len(tail)]
        out.append(lead + n)
        out.extend(tail)
    return out

# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    keys, counts = [], []
    where = {}
    i = 1
    while i < len(ids):
        key = (ids[i - 1], ids[i])
        if key not in where:
            where[key] = len(keys)
            keys.append(key)
            counts.append(0)
        counts[where[key]] += 1
        i += 1
    return dict(zip(keys, counts))

# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    rest = list(ids)
    rest.reverse()
    new = []
    while rest:
        a = rest.pop()
        if a == pair[0] and rest and rest[-1] == pair[1]:
            rest.pop()
            a = idx
        new.append(a)
    return new

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
    idx = 256
    while idx != V and ids[1:]:
        stats = get_stats(ids)
        top, pair = 0, None
        for candidate in stats:
            if stats[candidate] > top:
                top, pair = stats[candidate], candidate
        merges[pair] = idx
        ids = merge(ids, pair, idx)
        idx += 1
    return merges

# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    parts = {idx: pair for pair, idx in merges.items()}
    memo = {}

    def spell(i):
        if i not in memo:
            memo[i] = spell(parts[i][0]) + spell(parts[i][1]) if i in parts else i.to_bytes(1, "big")
        return memo[i]

    return {i: spell(i) for i in range(256 + len(merges))}

# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    parts = {idx: pair for pair, idx in merges.items()}
    todo, data = list(ids)[::-1], bytearray()
    while todo:
        i = todo.pop()
        if i in parts:
            p, q = parts[i]
            todo.append(q)
            todo.append(p)
        else:
            data.append(i)
    return data.decode("utf-8", errors="replace")

# %% solution-encode
import heapq


def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    val = to_ids(text)
    n = len(val)
    nxt = list(range(1, n + 1))
    prv = list(range(-1, n - 1))
    heap = []

    def offer(i):
        if i >= 0 and nxt[i] < n:
            pair = (val[i], val[nxt[i]])
            if pair in merges:
                heapq.heappush(heap, (merges[pair], i, pair))

    for i in range(n):
        offer(i)
    while heap:
        idx, i, pair = heapq.heappop(heap)
        if val[i] is None or nxt[i] >= n or (val[i], val[nxt[i]]) != pair:
            continue  # out of date
        j = nxt[i]
        val[i], val[j] = idx, None
        nxt[i] = nxt[j]
        if nxt[i] < n:
            prv[nxt[i]] = i
        offer(prv[i])
        offer(i)
    return [v for v in val if v is not None]
