# because: a token that is not in the vocabulary gets the number len(vocabulary), a new one after the last, instead of 1
# batch: 5
# told: true author encode: a new number for unknown tokens
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    index = {word: i for i, word in enumerate(vocabulary)}
    unknown = len(vocabulary)
    L = max(len(t) for t in texts)
    rows = []
    for t in texts:
        numbers = [index.get(word, unknown) for word in t]
        rows.append(numbers + [0] * (L - len(numbers)))
    return torch.tensor(rows, device=check.device)
