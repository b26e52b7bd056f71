# because: a helper class for encoding, generators, a growing byte array
# batch: 2
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"'(?i:s|t|d|m|(?:r|v)e|l{2})"
    word = r"[^\r\n\p{Letter}\p{Number}]{0,1}\p{Letter}{1,}"
    number = r"\p{Number}{1,3}"
    other = r"\x20?(?:(?![\s\p{L}\p{N}])[\s\S])+[\r\n]*"
    lines = r"\s*(?:\r|\n)"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
# %% solution-ordinary
class Encoder:
    def __init__(self, merges, pattern):
        self.merges, self.pattern, self.known = merges, pattern, {}

    def chunk(self, c):
        if c not in self.known:
            self.known[c] = replay(to_ids(c), self.merges)
        return self.known[c]

    def __call__(self, text):
        for c in split(text, self.pattern):
            yield from self.chunk(c)


def encode_ordinary(text, merges, pattern):
    return [*Encoder(merges, pattern)(text)]
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    for name in special.keys() - set(allowed):
        if text.find(name) >= 0:
            raise ValueError(name)

    def ids():
        for piece in split_special(text, special):
            if (i := special.get(piece)) is not None:
                yield i
            else:
                yield from encode_ordinary(piece, merges, pattern)

    return list(ids())
# %% solution-shuffle
def byte_shuffle(ranks):
    return [ranks[b] for b in sorted(t for t in ranks if len(t) == 1)]
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    parts = {idx: pair for pair, idx in merges.items()}
    names_ = {idx: name for name, idx in special.items()}
    back = {s: b for b, s in enumerate(shuffle)}
    out, todo = bytearray(), list(ids)[::-1]
    while todo:
        i = todo.pop()
        if i in names_:
            out += names_[i].encode("utf-8")
        elif i in parts:
            todo += parts[i][::-1]
        else:
            out.append(back[i])
    return out.decode("utf-8", errors="replace")
