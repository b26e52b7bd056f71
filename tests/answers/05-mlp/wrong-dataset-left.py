# fails: X, emma
# because: The new letter comes in on the left and the window runs backwards; it must come in on the right and the oldest drop out on the left.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    X, Y = [], []
    for word in words:
        if not word:
            continue
        ctx = [0] * block
        for ix in [stoi[c] for c in word] + [0]:
            X.append(ctx)
            Y.append(ix)
            ctx = [ix] + ctx[:-1]
    return torch.tensor(X), torch.tensor(Y)
