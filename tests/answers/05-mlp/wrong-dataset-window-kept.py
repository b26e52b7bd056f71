# fails: X
# because: The window is made once before the loop over the names, so a name begins with the end of the one before; each begins with a fresh window.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    X, Y = [], []
    context = [0] * block
    for w in words:
        if not w:
            continue
        for ch in w + ".":
            ix = stoi[ch]
            X.append(context)
            Y.append(ix)
            context = context[1:] + [ix]
    return torch.tensor(X), torch.tensor(Y)
