# because: the padding is appended to the lists of the caller, which are changed in place (the returned tensor is right)
# batch: 5
# told: true author encode: the texts themselves filled up
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    longest = max([len(text) for text in texts])
    lookup = {}
    for i, token in enumerate(vocabulary):
        lookup[token] = i
    rows = []
    for text in texts:
        while len(text) < longest:
            text.append("[PAD]")
        rows.append([lookup[token] if token in lookup else 1 for token in text])
    return torch.tensor(rows, device=check.device)
