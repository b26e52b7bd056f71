# because: unusual: a helper class that holds the tables, tensors for the permutation, splitting at special tokens with finditer, encode as a lookup with .get
# batch: 1
# %% solution-gpt4
def gpt4_pattern():
    letter, number_char, end = r"\p{L}", r"\p{N}", r"[\n\r]"
    contraction = r"(?i:'s|'t|'d|'m|'re|'ve|'ll)"
    word = rf"(?:(?!{end})[^{letter}{number_char}])?{letter}+"
    number = rf"(?:{number_char}{{3}}|{number_char}{{2}}|{number_char})"
    other = rf" ?(?:(?![\s{letter}{number_char}])[\s\S])+{end}*"
    lines = rf"\s*{end}"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
# %% solution-count
def count_pairs(chunks):
    border = object()  # stands between two chunks and is in no pair that counts
    row = [i for chunk in chunks for i in [*chunk, border]]
    stats = get_stats(row)
    return {pair: n for pair, n in stats.items() if border not in pair}
# %% solution-special
def split_special(text, special):
    if not special:
        return [text]
    pieces, end = [], 0
    for hit in regex.finditer("|".join(map(regex.escape, special)), text):
        pieces += [text[end : hit.start()], hit.group()]
        end = hit.end()
    return list(filter(None, pieces + [text[end:]]))
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    class Reader:
        def __getitem__(self, piece):
            if piece not in special:
                return encode_ordinary(piece, merges, pattern)
            if piece in allowed:
                return [special[piece]]
            raise ValueError(f"{piece!s} may not stand here; allowed: {len(allowed)} names")

    reader, ids = Reader(), []
    for piece in split_special(text, special):
        ids.extend(reader[piece])
    return ids
# %% solution-shuffle
def byte_shuffle(ranks):
    single = sorted((token, rank) for token, rank in ranks.items() if len(token) == 1)
    return [rank for _, rank in single]
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        renamed = torch.tensor(list(shuffle))[torch.tensor(to_ids(chunk), dtype=torch.long)].tolist()
        ids += replay(renamed, merges)
    return ids
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = torch.argsort(torch.tensor(list(shuffle))).tolist()
    whole = bytearray()
    for i in ids:
        whole += bytes(unshuffle[s] for s in vocab[i]) if i not in names_of else bytes(names_of[i], "utf-8")
    return whole.decode("utf-8", "replace")
