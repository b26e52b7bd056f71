# because: sorting for the ties, regular expressions on private characters for the merge
# batch: 2
# %% solution-merge
import re


def merge(ids, pair, idx):
    code = {i: chr(0x10000 + k) for k, i in enumerate(dict.fromkeys([*ids, *pair, idx]))}
    back = {c: i for i, c in code.items()}
    line = "".join(code[i] for i in ids)
    return [back[c] for c in re.sub(re.escape(code[pair[0]] + code[pair[1]]), lambda m: code[idx], line)]
# %% solution-train
def train(text, V):
    ids, merges = to_ids(text), {}
    while len(merges) + 256 < V and len(ids) >= 2:
        stats = get_stats(ids)
        pair = sorted(stats, key=lambda p: -stats[p])[0]  # sorting is stable
        merges[pair] = len(merges) + 256
        ids = merge(ids, pair, merges[pair])
    return merges
# %% solution-get-stats
def get_stats(ids):
    pairs = [(ids[i], ids[i + 1]) for i in range(len(ids) - 1)]
    return {p: pairs.count(p) for p in pairs}
# %% solution-build-vocab
def build_vocab(merges):
    vocab = [bytes([i]) for i in range(256)]
    for p, q in sorted(merges, key=merges.get):
        vocab.append(vocab[p] + vocab[q])
    return dict(enumerate(vocab))
# %% solution-encode
import heapq


def encode(text, merges):
    ids = to_ids(text)
    while True:
        queue = [(merges[p], p) for p in set(zip(ids, ids[1:])) if p in merges]
        if not queue:
            return ids
        heapq.heapify(queue)
        idx, pair = heapq.heappop(queue)
        ids = merge(ids, pair, idx)
