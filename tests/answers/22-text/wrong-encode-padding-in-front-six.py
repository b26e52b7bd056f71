# because: fills the shorter texts up at the beginning (left padding, as for generation), not at the end
# batch: 6
# told: true author encode: padded in front
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    number = {token: i for i, token in enumerate(vocabulary)}
    L = max(map(len, texts))
    rows = []
    for text in texts:
        ids = [number.get(token, 1) for token in text]
        rows.append([0] * (L - len(ids)) + ids)
    return torch.tensor(rows, device=check.device)
