# because: unusual: itertools and Counter, merge by string replacement with a private character for each id, encode by one pass through the merges in their order
# batch: 1
# %% solution-to-ids
def to_ids(text):
    return [*map(int, bytearray(text, "utf8"))]
# %% solution-get-stats
def get_stats(ids):
    from collections import Counter
    from itertools import pairwise

    return Counter(pairwise(ids))
# %% solution-merge
def merge(ids, pair, idx):
    # one private character for each different id, then str.replace: it also works from the left without overlap
    known = list(dict.fromkeys([*ids, *pair, idx]))
    letter = {i: chr(0x10000 + k) for k, i in enumerate(known)}
    text = "".join(letter[i] for i in ids).replace(letter[pair[0]] + letter[pair[1]], letter[idx])
    return [known[ord(c) - 0x10000] for c in text]
# %% solution-train
def train(text, V):
    from itertools import count, islice

    def rounds(ids):
        for idx in count(256):
            stats = get_stats(ids)
            if not stats:
                return
            pair, _ = Counter_first(stats)
            yield pair, idx
            ids = merge(ids, pair, idx)

    def Counter_first(stats):
        # sorted is stable, also with negative counts as key
        return sorted(stats.items(), key=lambda item: -item[1])[0]

    return dict(islice(rounds(to_ids(text)), V - 256))
# %% solution-build-vocab
def build_vocab(merges):
    parts = {idx: pair for pair, idx in merges.items()}

    def spelled(i):
        if i < 256:
            return i.to_bytes(1, "big")
        return b"".join(map(spelled, parts[i]))

    return {i: spelled(i) for i in [*range(256), *parts]}
# %% solution-decode
def decode(ids, merges):
    return str(b"".join(map(build_vocab(merges).__getitem__, ids)), "utf-8", "replace")
# %% solution-encode
def encode(text, merges):
    from functools import reduce

    return reduce(lambda ids, rule: merge(ids, *rule), merges.items(), to_ids(text))
