# because: bytes.translate and maketrans for both directions of the shuffle (names shuffled first, then all turned back at once), Counter for equal chunks, str.partition
# batch: 6
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    return [text[slice(*match.span())] for match in regex.compile(pattern).finditer(text)]

# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    contraction = r"""(?i:'(?:s|t|d|m|re|ve|ll))"""
    word = r"""(?:[^\p{L}\p{N}\r\n])?[\p{L}]+"""
    number = r"""[\p{N}]{1,3}"""
    other = r"""[ ]?[^\s\p{L}\p{N}]+(?:\r|\n)*"""
    lines = r"""\s*(?:\r|\n)+"""
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])

# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    # equal chunks together: count each once, times how often it occurs (both dictionaries keep the first occurrence)
    often = {}
    for chunk in chunks:
        often[tuple(chunk)] = often.get(tuple(chunk), 0) + 1
    total = {}
    for chunk, times in often.items():
        for pair, n in get_stats(list(chunk)).items():
            total[pair] = total.get(pair, 0) + times * n
    return total

# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    merges, chunks = {}, [[*chunk.encode("utf-8")] for chunk in split(text, pattern)]
    try:
        while 256 + len(merges) < V:
            stats = count_pairs(chunks)
            order = {pair: -k for k, pair in enumerate(stats)}
            pair = max(stats, key=lambda p: (stats[p], order[p]))
            merges[pair] = idx = 256 + len(merges)
            chunks = [merge(chunk, pair, idx) for chunk in chunks if len(chunk) > 1]  # a chunk of one id has no pair
    except ValueError:  # max of nothing: no pair is left
        pass
    return merges

# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    encoded = {chunk: replay(to_ids(chunk), merges) for chunk in set(split(text, pattern))}  # each chunk once per call
    return [i for chunk in split(text, pattern) for i in encoded[chunk]]

# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    pieces = []
    while text:
        found = [name for name in special if name in text]
        if not found:
            return pieces + [text]
        first = min(found, key=text.index)
        before, name, text = text.partition(first)
        pieces += [before, name] if before else [name]
    return pieces

# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    pieces = split_special(text, special)
    for piece in pieces:
        if piece in special and piece not in allowed:
            raise ValueError(f"{piece!r} is a special token and not allowed")
    ids = []
    for piece in pieces:
        try:
            ids.append(special[piece])
        except KeyError:
            ids.extend(encode_ordinary(piece, merges, pattern))
    return ids

# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    names_by_rank = sorted(ranks, key=ranks.get)
    table = bytes.maketrans(b"".join(bytes([b]) for b in range(256)), bytes(ranks[bytes([b])] for b in range(256)))
    merges = {}
    for rank, token in enumerate(names_by_rank):
        if rank >= 256:
            p, q = replay([*token.translate(table)], merges)
            merges[p, q] = rank
    return merges

# %% solution-shuffle
def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    single = sorted((token, rank) for token, rank in ranks.items() if len(token) == 1)
    return [rank for _, rank in single]

# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        renamed = [*chunk.encode().translate(bytes(shuffle))]
        ids += replay(renamed, merges)
    return ids

# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    there = bytes(shuffle)
    back = bytes.maketrans(there, bytes(range(256)))
    whole = vocab | {idx: name.encode().translate(there) for idx, name in names_of.items()}
    return b"".join(whole[i] for i in ids).translate(back).decode("utf-8", errors="replace")
