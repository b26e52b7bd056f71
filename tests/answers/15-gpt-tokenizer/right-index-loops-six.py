# because: everything with index loops and hand counting, no helper but merge; contractions spelled with [sS] instead of (?i:)
# batch: 6
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    chunks = []
    compiled = regex.compile(pattern)
    position = 0
    while position < len(text):
        m = compiled.search(text, position)
        if m is None:
            break
        if m.end() > m.start():
            chunks.append(text[m.start():m.end()])
            position = m.end()
        else:
            position = position + 1
    return chunks

# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    contraction = r"'(?:[sS]|[tT]|[dD]|[mM]|[rR][eE]|[vV][eE]|[lL][lL])"
    word = r"(?:[^\r\n\p{L}\p{N}]\p{L}+|\p{L}+)"
    number = r"(?:\p{N}\p{N}\p{N}|\p{N}\p{N}|\p{N})"
    other = r"(?: [^\s\p{L}\p{N}]+|[^\s\p{L}\p{N}]+)[\r\n]*"
    lines = r"(?:\s*\r|\s*\n)(?:\s*[\r\n])*"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])

# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    counts = {}
    for j in range(len(chunks)):
        for i in range(1, len(chunks[j])):
            key = (chunks[j][i - 1], chunks[j][i])
            if key not in counts:
                counts[key] = 0
            counts[key] = counts[key] + 1
    return counts

# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    chunks = []
    for piece in split(text, pattern):
        chunks.append([b for b in piece.encode()])
    merges = {}
    idx = 256
    while idx < V:
        stats = count_pairs(chunks)
        best, most = None, 0
        for key in stats:
            if stats[key] > most:
                best, most = key, stats[key]
        if best is None:
            break
        for j in range(len(chunks)):
            chunks[j] = merge(chunks[j], best, idx)
        merges[best] = idx
        idx += 1
    return merges

# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    flat = []
    for piece in split(text, pattern):
        ids = [b for b in piece.encode()]
        while True:
            best = None
            for i in range(len(ids) - 1):
                key = (ids[i], ids[i + 1])
                if key in merges and (best is None or merges[key] < merges[best]):
                    best = key
            if best is None:
                break
            ids = merge(ids, best, merges[best])
        for i in ids:
            flat.append(i)
    return flat

# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    pieces = []
    start = 0
    i = 0
    while i < len(text):
        hit = None
        for name in special:
            if text.startswith(name, i):
                hit = name
        if hit is None:
            i += 1
            continue
        if i > start:
            pieces.append(text[start:i])
        pieces.append(hit)
        i += len(hit)
        start = i
    if start < len(text):
        pieces.append(text[start:])
    return pieces

# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    for name in special:
        if text.find(name) >= 0 and not (name in allowed):
            raise ValueError("special token in the text: " + name)
    ids = []
    for piece in split_special(text, special):
        idx = special.get(piece)
        if idx is None:
            for i in encode_ordinary(piece, merges, pattern):
                ids.append(i)
        else:
            ids.append(idx)
    return ids

# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    by_rank = {}
    for token in ranks:
        by_rank[ranks[token]] = token
    merges = {}
    rank = 256
    while rank in by_rank:
        ids = []
        for byte in by_rank[rank]:
            ids.append(ranks[bytes([byte])])
        for pair in merges:  # in the order of learning, once each is enough
            ids = merge(ids, pair, merges[pair])
        merges[(ids[0], ids[1])] = rank
        rank += 1
    return merges

# %% solution-shuffle
def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    table = [None] * 256
    for token in ranks:
        if len(token) == 1:
            table[token[0]] = ranks[token]
    return table

# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        renamed = to_ids(chunk)
        for i in range(len(renamed)):
            renamed[i] = shuffle[renamed[i]]
        ids += replay(renamed, merges)
    return ids

# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    data = bytearray()
    for i in ids:
        if i in names_of:
            for byte in names_of[i].encode("utf-8"):
                data.append(byte)
        else:
            for value in vocab[i]:
                b = 0
                while shuffle[b] != value:
                    b += 1
                data.append(b)
    return bytes(data).decode("utf-8", errors="replace")
