# because: unusual: training on different chunks with a weight each, an updated table of chunks, special tokens by hand with str.find, a search loop with pattern.search in split
# batch: 1
# %% solution-split
def split(text, pattern):
    chunks, rx = [], regex.compile(pattern)
    rx.sub(lambda match: chunks.append(match[0]) or "", text)
    return chunks
# %% solution-gpt4
def gpt4_pattern():
    either = "|".join(["[sS]", "[tT]", "[dD]", "[mM]", "[rR][eE]", "[vV][eE]", "[lL][lL]"])
    contraction = f"'(?:{either})"
    word = r"(?:[^\r\n\p{L}\p{N}]\p{L}+|\p{L}+)"
    number = r"\p{N}\p{N}?\p{N}?"
    other = r" ?[^\s\p{L}\p{N}]+(?:\r|\n)*"
    lines = r"\s*(?:\r|\n)"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
# %% solution-count
def count_pairs(chunks):
    pairs = [pair for chunk in chunks for pair in zip(chunk[:-1], chunk[1:])]
    counts = {pair: 0 for pair in pairs}
    for pair in pairs:
        counts[pair] = counts[pair] + 1
    return counts
# %% solution-train
def train(text, V, pattern):
    weights = {}
    for chunk in split(text, pattern):
        weights[chunk] = weights.get(chunk, 0) + 1
    words = [[to_ids(chunk), n] for chunk, n in weights.items()]  # in the order of first occurrence
    merges = {}
    for idx in range(256, V):
        counts = {}
        for ids, n in words:
            for pair in zip(ids, ids[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        pair = max(counts, key=counts.get)
        merges[pair] = idx
        for word in words:
            word[0] = merge(word[0], pair, idx)
    return merges
# %% solution-special
def split_special(text, special):
    pieces = []
    while text:
        found = [(text.find(name), name) for name in special if name in text]
        if not found:
            return pieces + [text]
        place, name = min(found)
        pieces += [text[:place], name] if place else [name]
        text = text[place + len(name) :]
    return pieces
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    wrong = sorted(name for name in special.keys() - set(allowed) if text.count(name))
    if wrong:
        raise ValueError("not allowed in this text: " + " ".join(wrong))
    return sum(([special[p]] if p in special else encode_ordinary(p, merges, pattern) for p in split_special(text, special)), [])
