# because: recursion, and UTF-8 written out by hand
# batch: 2
# %% solution-to-ids
def to_ids(text):
    ids = []
    for c in map(ord, text):
        if c < 0x80:
            ids.append(c)
        elif c < 0x800:
            ids += [0xC0 | c >> 6, 0x80 | c & 63]
        elif c < 0x10000:
            ids += [0xE0 | c >> 12, 0x80 | c >> 6 & 63, 0x80 | c & 63]
        else:
            ids += [0xF0 | c >> 18, 0x80 | c >> 12 & 63, 0x80 | c >> 6 & 63, 0x80 | c & 63]
    return ids
# %% solution-decode
def decode(ids, merges):
    parts = {idx: pair for pair, idx in merges.items()}

    def expand(i):
        return bytes([i]) if i < 256 and i not in parts else expand(parts[i][0]) + expand(parts[i][1])

    return str(b"".join(expand(i) for i in ids), "utf-8", "replace")
# %% solution-encode
def encode(text, merges):
    def again(ids):
        best = min((merges[p] for p in zip(ids, ids[1:]) if p in merges), default=None)
        if best is None:
            return ids
        return again(merge(ids, next(p for p, i in merges.items() if i == best), best))

    return again(to_ids(text))
# %% solution-build-vocab
def build_vocab(merges):
    parts = {idx: pair for pair, idx in merges.items()}

    def spell(i):
        return bytes((i,)) if i not in parts else spell(parts[i][0]) + spell(parts[i][1])

    return {i: spell(i) for i in [*range(256), *parts]}
