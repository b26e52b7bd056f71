# because: unusual: the pattern with possessive parts and \s*[\r\n]+ as OpenAI has it, encode_gpt4 by renaming through a bytes table, recover_merges by byte pairs of smallest rank, decode_gpt4 with bytes.translate
# batch: 1
# %% solution-split
def split(text, pattern):
    return list(map(regex.Match.group, regex.compile(pattern).finditer(text)))
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"'(?i:[sdmt]|ll|ve|re)"
    word = r"[^\r\n\p{L}\p{N}]?+\p{L}+"
    number = r"\p{N}{1,3}+"
    other = r" ?[^\s\p{L}\p{N}]++[\r\n]*"
    lines = r"\s*[\r\n]+"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    from itertools import chain

    return list(chain.from_iterable(replay(to_ids(c), merges) for c in split(text, pattern)))
# %% solution-recover
def recover_merges(ranks):
    def parts(token, below):
        pieces = [bytes([b]) for b in token]
        while True:
            joined = [(ranks.get(a + b, below), k) for k, (a, b) in enumerate(zip(pieces, pieces[1:]))]
            rank, k = min(joined, default=(below, 0))
            if rank >= below:
                return pieces
            pieces[k : k + 2] = [pieces[k] + pieces[k + 1]]

    merges = {}
    for rank, token in sorted((r, t) for t, r in ranks.items() if len(t) > 1):
        left, right = parts(token, rank)
        merges[ranks[left], ranks[right]] = rank
    return merges
# %% solution-shuffle
def byte_shuffle(ranks):
    return [ranks[b.to_bytes(1, "little")] for b in range(256)]
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    table = bytes(shuffle)
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        renamed = list(chunk.encode().translate(table))
        ids += replay(renamed, merges)
    return ids
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}
    back = bytes.maketrans(bytes(shuffle), bytes(range(256)))
    parts = (names_of[i].encode() if i in names_of else vocab[i].translate(back) for i in ids)
    return str(b"".join(parts), encoding="utf-8", errors="replace")
