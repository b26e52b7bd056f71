# fails: encode
# because: The padding is put in front of the shorter texts; they are filled up at the end.
# batch: 2
# told: true author encode: padded in front
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    number = {w: i for i, w in enumerate(vocabulary)}
    L = max(map(len, texts))
    rows = [[0] * (L - len(t)) + [number.get(w, 1) for w in t] for t in texts]
    return torch.tensor(rows, device=check.device)
