# because: unusual: tensors from torch where lists are obvious, turned into lists of int at the end; decode undoes the merges backwards
# batch: 1
# %% solution-to-ids
def to_ids(text):
    data = bytearray(text.encode())
    return torch.frombuffer(data, dtype=torch.uint8).tolist() if data else []
# %% solution-get-stats
def get_stats(ids):
    if len(ids) < 2:
        return {}
    row = torch.tensor(ids, dtype=torch.int64)
    pairs = torch.stack([row[:-1], row[1:]], dim=1)
    values, where, counts = torch.unique(pairs, dim=0, return_inverse=True, return_counts=True)
    first = {}
    for place, k in enumerate(where.tolist()):
        first.setdefault(k, place)
    return {tuple(values[k].tolist()): int(counts[k]) for k in sorted(first, key=first.get)}
# %% solution-merge
def merge(ids, pair, idx):
    hit = [a == pair[0] and b == pair[1] for a, b in zip(ids, ids[1:])] + [False]
    for k in range(1, len(ids)):  # a hit right behind a hit would share an id with it
        hit[k] = hit[k] and not hit[k - 1]
    return [idx if h else i for k, (i, h) in enumerate(zip(ids, hit)) if not (k and hit[k - 1])]
# %% solution-build-vocab
def build_vocab(merges):
    spelled = [[i] for i in range(256)]
    numbers = list(range(256))
    for (p, q), idx in merges.items():
        numbers.append(idx)
        spelled.append(spelled[numbers.index(p)] + spelled[numbers.index(q)])
    return {n: bytes(s) for n, s in zip(numbers, spelled)}
# %% solution-decode
def decode(ids, merges):
    for (p, q), idx in reversed(merges.items()):
        ids = [part for i in ids for part in ((p, q) if i == idx else (i,))]
    return bytes(ids).decode(errors="replace")
# %% solution-encode
def encode(text, merges):
    inverse = {idx: pair for pair, idx in merges.items()}
    ids = to_ids(text)
    for idx in sorted(inverse):
        ids = merge(ids, inverse[idx], idx)
    return ids
