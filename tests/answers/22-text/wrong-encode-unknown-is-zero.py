# fails: encode
# because: Unknown words become 0, the padding; they should become 1, [UNK].
# batch: 1
# told: true author encode: unknown tokens are padding
# %% solution-encode
def encode(texts, vocabulary):
    longest = max(map(len, texts))
    rows = [[0] * longest for _ in texts]
    for n, text in enumerate(texts):
        for l, token in enumerate(text):
            if token in vocabulary:
                rows[n][l] = vocabulary.index(token)
    return torch.tensor(rows, device=check.device)
