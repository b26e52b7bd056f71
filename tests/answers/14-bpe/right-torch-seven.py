# because: tensors wherever possible: unique and scatter for the counts, masks and parity within runs for merge
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    raw = bytearray(text, "utf-8")
    return torch.tensor(list(raw), dtype=torch.uint8).tolist()
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    if len(ids) < 2:
        return {}
    x = torch.tensor(list(ids), dtype=torch.int64)
    pairs = torch.stack([x[:-1], x[1:]], dim=1)
    unique, inverse, counts = torch.unique(pairs, dim=0, return_inverse=True, return_counts=True)
    n = len(pairs)
    first = torch.full((len(unique),), n).scatter_reduce(0, inverse, torch.arange(n), reduce="amin")
    order = first.argsort()
    return {tuple(p): c for p, c in zip(unique[order].tolist(), counts[order].tolist())}
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    if len(ids) < 2:
        return list(ids)
    p, q = pair
    x = torch.tensor(ids, dtype=torch.int64)
    start = torch.zeros(len(x), dtype=torch.bool)
    start[:-1] = (x[:-1] == p) & (x[1:] == q)
    if p == q:
        # place of each id within its run; only even places may begin a pair
        place = torch.arange(len(x))
        begins = torch.ones(len(x), dtype=torch.bool)
        begins[1:] = x[1:] != x[:-1]
        run_start = torch.where(begins, place, torch.zeros_like(place)).cummax(0).values
        start &= (place - run_start) % 2 == 0
    keep = torch.ones(len(x), dtype=torch.bool)
    keep[1:] = ~start[:-1]
    return torch.where(start, torch.full_like(x, idx), x)[keep].tolist()
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids, merges = to_ids(text), {}
    while 256 + len(merges) < V and len(ids) >= 2:
        stats = get_stats(ids)
        counts = torch.tensor(list(stats.values()))
        k = int((counts == counts.max()).nonzero()[0])
        pair = list(stats)[k]
        merges[pair] = 256 + len(merges)
        ids = merge(ids, pair, merges[pair])
    return merges
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = dict(enumerate(i.to_bytes(1, "big") for i in range(256)))
    for pair, idx in merges.items():
        vocab[idx] = b"".join(map(vocab.__getitem__, pair))
    return vocab
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    import codecs

    vocab = build_vocab(merges)
    reader = codecs.getincrementaldecoder("utf-8")(errors="replace")
    return "".join(reader.decode(vocab[i]) for i in ids) + reader.decode(b"", final=True)
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    rules = sorted(merges.items(), key=lambda rule: rule[1])
    for pair, idx in rules:
        if len(ids) < 2:
            break
        ids = merge(ids, pair, idx)
    return ids
