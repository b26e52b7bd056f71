# fails: encode, across words
# because: The text is cut at spaces before the merges, so no token can contain a space; here the merges run over the whole text.
# batch: 2
# told: true author encode: word by word
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""

    def one(word):
        ids = to_ids(word)
        for pair, idx in merges.items():
            ids = merge(ids, pair, idx)
        return ids

    out = []
    for k, word in enumerate(text.split(" ")):
        out += ([32] if k else []) + one(word)
    return out
