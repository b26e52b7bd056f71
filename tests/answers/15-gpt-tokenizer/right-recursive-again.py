# because: recursion: search one match after the other, train one merge after the other
# batch: 2
# %% solution-split
def split(text, pattern):
    out, at = [], 0
    compiled = regex.compile(pattern)
    while (m := compiled.search(text, at)) is not None:
        out.append(m[0])
        at = m.end() if m.end() > m.start() else m.end() + 1
        if at > len(text):
            break
    return out
# %% solution-count
def count_pairs(chunks):
    total = {}
    for c in chunks:
        for p, n in get_stats(c).items():
            total[p] = total.setdefault(p, 0) + n
    return total
# %% solution-train
def train(text, V, pattern):
    def go(chunks, merges, idx):
        stats = count_pairs(chunks)
        if idx >= V or not stats:
            return merges
        top = max(stats.values())
        pair = next(p for p, n in stats.items() if n == top)
        return go([merge(c, pair, idx) for c in chunks], {**merges, pair: idx}, idx + 1)

    return go([to_ids(c) for c in split(text, pattern)], {}, 256)
# %% solution-special
def split_special(text, special):
    hits = [(text.find(name), name) for name in special if name in text]
    if hits:
        at, name = min(hits)
        left, right = text[:at], text[at + len(name) :]
        return [left] * bool(left) + [name] + split_special(right, special) * bool(right)
    return [text]
# %% solution-recover
def recover_merges(ranks):
    names_ = {rank: token for token, rank in ranks.items()}
    merges = {}
    for rank in range(256, len(names_)):
        parts = [bytes([b]) for b in names_[rank]]
        while len(parts) > 2:  # join the two neighbours of smallest rank
            k = min(range(len(parts) - 1), key=lambda k: ranks.get(parts[k] + parts[k + 1], rank))
            parts[k : k + 2] = [parts[k] + parts[k + 1]]
        merges[ranks[parts[0]], ranks[parts[1]]] = rank
    return merges
