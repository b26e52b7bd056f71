# because: unusual: recursion for special tokens with str.partition, generators, Counter for the counts, decode_gpt4 with an incremental decoder, merges recovered by trying every split
# batch: 1
# %% solution-split
def split(text, pattern):
    out, end = [], 0
    for match in regex.finditer(pattern, text):
        a, b = match.span()
        out.append(text[a:b])
    return out
# %% solution-count
def count_pairs(chunks):
    from collections import Counter

    total = Counter()
    for chunk in chunks:
        total.update(zip(chunk, chunk[1:]))
    return total
# %% solution-train
def train(text, V, pattern):
    def step(chunks, merges):
        stats = count_pairs(chunks)
        if 256 + len(merges) >= V or not stats:
            return None
        most = max(stats.values())
        pair = next(p for p, n in stats.items() if n == most)
        merges[pair] = 256 + len(merges)
        return [merge(c, pair, merges[pair]) for c in chunks if len(c) > 1]

    merges, chunks = {}, [*map(to_ids, split(text, pattern))]
    while chunks is not None:
        chunks = step(chunks, merges)
    return merges
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    def stream():
        for chunk in split(text, pattern):
            yield from replay(list(chunk.encode()), dict(merges))

    return [*stream()]
# %% solution-special
def split_special(text, special):
    for name in special:
        before, sep, after = text.partition(name)
        if sep:
            return split_special(before, special) + [name] + split_special(after, special)
    return [text] if text else []
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    ids = []
    for piece in split_special(text, special):
        match special.get(piece), piece in allowed:
            case None, _:
                ids += encode_ordinary(piece, merges, pattern)
            case idx, True:
                ids.append(idx)
            case _:
                raise ValueError(f"the special token {piece} is not allowed")
    return ids
# %% solution-recover
def recover_merges(ranks):
    name = {rank: token for token, rank in ranks.items()}
    merges = {}
    for rank in sorted(name):
        token = name[rank]
        if len(token) == 1:
            continue
        first, second = replay([*map(ranks.__getitem__, (token[k : k + 1] for k in range(len(token))))], merges)
        merges.setdefault((first, second), rank)
    return merges
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    import codecs

    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = sorted(range(256), key=lambda b: shuffle[b])
    reader = codecs.getincrementaldecoder("utf-8")("replace")
    text = ""
    for i in ids:
        text += reader.decode(names_of[i].encode() if i in names_of else bytes(unshuffle[s] for s in vocab[i]))
    return text + reader.decode(b"", final=True)
