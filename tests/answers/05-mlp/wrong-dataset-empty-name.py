# fails: *
# because: An empty name is not left out and makes the example (...) -> full stop.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    X, Y = [], []
    for word in words:
        window = [0] * block
        for c in word + ".":
            X.append(window)
            Y.append(stoi[c])
            window = window[1:] + [stoi[c]]
    return torch.tensor(X), torch.tensor(Y)
