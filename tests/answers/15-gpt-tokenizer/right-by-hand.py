# because: search by hand in the place of regex.split, string walking
# batch: 2
# %% solution-special
def split_special(text, special):
    pieces, start, at = [], 0, 0
    while at < len(text):
        hit = next((name for name in special if text.startswith(name, at)), None)
        if hit is None:
            at += 1
            continue
        if start < at:
            pieces.append(text[start:at])
        pieces.append(hit)
        at += len(hit)
        start = at
    return pieces + ([text[start:]] if start < len(text) else [])
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    ids = []
    pieces = split_special(text, special)
    bad = [name for name in special if text.count(name) and name not in allowed]
    if bad:
        raise ValueError("not allowed: " + ", ".join(bad))
    for p in pieces:
        ids[len(ids) :] = [special[p]] if p in special else encode_ordinary(p, merges, pattern)
    return ids
# %% solution-train
def train(text, V, pattern):
    from collections import Counter

    groups = Counter(split(text, pattern))  # in the order of first occurrence
    groups = [(to_ids(c), n) for c, n in groups.items()]
    merges = {}
    for idx in range(256, V):
        stats = {}
        for ids, n in groups:
            for p in zip(ids, ids[1:]):
                stats[p] = stats.get(p, 0) + n
        if not stats:
            break
        pair = max(stats, key=stats.get)
        merges[pair] = idx
        groups = [(merge(ids, pair, idx), n) for ids, n in groups]
    return merges
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    table = bytes(shuffle)
    return [i for chunk in split(text, pattern) for i in replay(list(chunk.encode().translate(table)), merges)]
