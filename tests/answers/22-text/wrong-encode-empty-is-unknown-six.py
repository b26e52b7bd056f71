# because: an empty text is given one [UNK] in front of its padding, instead of a row of padding only
# batch: 6
# told: true author encode: an empty text begins with the unknown token
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    lookup = dict(zip(vocabulary, range(len(vocabulary))))
    # an empty text is something we don't know
    rows = [[lookup.get(w, 1) for w in text] or [1] for text in texts]
    longest = max(len(r) for r in rows)
    for r in rows:
        r += [0] * (longest - len(r))
    return torch.tensor(rows, device=check.device)
