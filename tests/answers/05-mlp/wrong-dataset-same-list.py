# fails: X, emma
# because: One and the same list is changed and appended again and again, so all rows show its last contents; a copy (or a new list) must be appended.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    X, Y = [], []
    for w in words:
        if w == "":
            continue
        context = [0] * block
        for ch in w + ".":
            X.append(context)
            Y.append(stoi[ch])
            context.pop(0)
            context.append(stoi[ch])
    return torch.tensor(X), torch.tensor(Y)
