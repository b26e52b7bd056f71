# fails: encode: the texts are left alone
# because: the texts of the caller are filled up with padding
# batch: 4
# told: true author encode: the texts themselves filled up
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    longest = max(len(text) for text in texts)
    rows = []
    for text in texts:
        text += ["[PAD]"] * (longest - len(text))
        rows.append([vocabulary.index(w) if w in vocabulary else 1 for w in text])
    return torch.tensor(rows, device=check.device)
