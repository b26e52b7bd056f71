# because: The same list object is appended to X every time and then changed in place, so all rows show its last state; a copy (list(ctx)) or a new list is needed for each row.
# fails: X, emma
# batch: 1
# told: true author dataset: one list for all contexts
# %% solution-dataset
def build_dataset(words, block):
    X, Y = [], []
    for w in words:
        if not w:
            continue
        ctx = [0] * block
        for ch in w + ".":
            X.append(ctx)
            Y.append(stoi[ch])
            ctx.append(stoi[ch])
            ctx.pop(0)
    return torch.tensor(X), torch.tensor(Y)
