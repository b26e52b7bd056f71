# because: right: everything with torch tensors (unique with first index by scatter_reduce, merge by masks and the parity inside runs), encode as one sweep in the order of the new ids
# batch: 6
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    raw = text.encode("utf-8")
    return torch.tensor(bytearray(raw), dtype=torch.uint8).long().tolist() if raw else []

# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    if len(ids) < 2:
        return {}
    x = torch.tensor(ids)
    pairs = torch.stack([x[:-1], x[1:]], dim=1)
    unique, which, counts = torch.unique(pairs, dim=0, return_inverse=True, return_counts=True)
    first = torch.full((len(unique),), len(pairs))
    first = first.scatter_reduce(0, which, torch.arange(len(pairs)), reduce="amin")
    order = first.argsort()
    return {(p, q): n for (p, q), n in zip(unique[order].tolist(), counts[order].tolist())}

# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    if len(ids) < 2:
        return list(ids)
    p, q = pair
    x = torch.tensor(ids)
    n = len(x)
    start = torch.zeros(n, dtype=torch.bool)
    start[:-1] = (x[:-1] == p) & (x[1:] == q)
    if p == q:  # in a run only every second start counts
        place = torch.arange(n)
        outside = torch.where(start, torch.full_like(place, -1), place)
        before = outside.cummax(0).values  # the last place that is not a start
        start &= (place - before) % 2 == 1
    gone = torch.zeros(n, dtype=torch.bool)
    gone[1:] = start[:-1]
    return torch.where(start, torch.full_like(x, idx), x)[~gone].tolist()

# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids, merges = to_ids(text), {}
    while len(ids) > 1 and len(merges) < V - 256:
        stats = get_stats(ids)
        counts = torch.tensor(list(stats.values()))
        place = int((counts == counts.max()).nonzero()[0])
        pair = list(stats)[place]
        merges[pair] = 256 + len(merges)
        ids = merge(ids, pair, merges[pair])
    return merges

# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    table = [torch.tensor([i]) for i in range(256)]
    for p, q in merges:
        table.append(torch.cat([table[p], table[q]]))
    return {i: bytes(t.tolist()) for i, t in enumerate(table)}

# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    parts = [torch.tensor(list(vocab[i])) for i in ids]
    return bytes(torch.cat(parts).tolist()).decode("utf-8", "replace") if parts else ""

# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    for idx, pair in sorted((idx, pair) for pair, idx in merges.items()):
        ids = merge(ids, pair, idx)
    return ids
