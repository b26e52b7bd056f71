# because: recursion in place of loops: rounds of training, pieces at special tokens, halves of a list
# batch: 6
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    chunks = []

    def collect(match):
        chunks.append(match.group())
        return ""

    regex.sub(pattern, collect, text)
    return chunks

# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    contraction = r"'(?i:[sdmt]|ll|ve|re)"
    word = r"[^\p{N}\n\p{L}\r]?+\p{L}++"
    number = r"\p{N}\p{N}?\p{N}?"
    other = r" ?+[^\s\p{L}\p{N}]++[\n\r]*+"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])

# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    if not chunks:
        return {}
    if len(chunks) == 1:
        return get_stats(chunks[0])
    half = len(chunks) // 2
    left, right = count_pairs(chunks[:half]), count_pairs(chunks[half:])
    return {pair: left.get(pair, 0) + right.get(pair, 0) for pair in [*left, *right]}

# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    def rounds(chunks, idx):
        stats = count_pairs(chunks)
        if idx == V or not stats:
            return {}
        top = max(stats.values())
        pair = [p for p, n in stats.items() if n == top][0]
        return {pair: idx, **rounds([merge(c, pair, idx) for c in chunks], idx + 1)}

    return rounds([to_ids(c) for c in split(text, pattern)], 256)

# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    def halves(chunks):
        if len(chunks) < 2:
            return replay(to_ids(chunks[0]), merges) if chunks else []
        middle = len(chunks) // 2
        return halves(chunks[:middle]) + halves(chunks[middle:])

    return halves(split(text, pattern))

# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    # cut at the first name, then the parts between at the other names
    if not special:
        return [text] if text else []
    name, *others = special
    rest = {other: special[other] for other in others}
    pieces = []
    for part in text.split(name):
        pieces += split_special(part, rest)
        pieces.append(name)
    return pieces[:-1]

# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    bad = {name for name in special if name in text} - set(allowed)
    if bad:
        raise ValueError(f"{bad}")

    def walk(pieces):
        if not pieces:
            return []
        if len(pieces) == 1:
            (piece,) = pieces
            return [special[piece]] if piece in special else encode_ordinary(piece, merges, pattern)
        k = len(pieces) // 2
        return walk(pieces[:k]) + walk(pieces[k:])

    return walk(split_special(text, special))

# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    # the pair by the definition of BPE on bytes: join the two neighbours whose joint token has the smallest rank
    def parts(pieces, limit):
        joint = [ranks.get(a + b, limit) for a, b in zip(pieces, pieces[1:])]
        if not joint or min(joint) >= limit:
            return pieces
        k = joint.index(min(joint))
        return parts(pieces[:k] + [pieces[k] + pieces[k + 1]] + pieces[k + 2 :], limit)

    merges = {}
    for token, rank in sorted(ranks.items(), key=lambda entry: entry[1]):
        if len(token) > 1:
            a, b = parts([token[i : i + 1] for i in range(len(token))], rank)
            merges[ranks[a], ranks[b]] = rank
    return merges

# %% solution-shuffle
def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    def table(low, high):
        if high - low == 1:
            return [ranks[low.to_bytes(1, "big")]]
        middle = (low + high) // 2
        return table(low, middle) + table(middle, high)

    return table(0, 256)

# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    chunks = split(text, pattern)
    if len(chunks) > 1:
        # halves of the list of chunks, which must not be cut anew
        def halves(some):
            if len(some) == 1:
                return replay([shuffle[b] for b in to_ids(some[0])], merges)
            return halves(some[: len(some) // 2]) + halves(some[len(some) // 2 :])

        return halves(chunks)
    return replay([shuffle[b] for chunk in chunks for b in to_ids(chunk)], merges)

# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    back = dict(zip(shuffle, range(256)))

    def raw(ids):
        if len(ids) > 1:
            return raw(ids[: len(ids) // 2]) + raw(ids[len(ids) // 2 :])
        if not ids:
            return b""
        if ids[0] in names_of:
            return names_of[ids[0]].encode()
        return bytes([back[v] for v in vocab[ids[0]]])

    return str(raw(ids), "utf-8", "replace")
