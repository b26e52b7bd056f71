# fails: encode
# because: Tokens that are not in the vocabulary are left out; each of them becomes 1, [UNK].
# batch: 2
# told: true author encode: unknown tokens left out
# %% solution-encode
def encode(texts, vocabulary):
    L = max(len(t) for t in texts)
    rows = []
    for t in texts:
        r = [vocabulary.index(w) for w in t if w in vocabulary]
        rows.append(r + [0] * (L - len(r)))
    return torch.tensor(rows, device=check.device)
