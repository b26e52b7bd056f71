# fails: X, emma; Y, emma
# because: The example for the end of the name (target full stop) is missing; a name with m letters makes m + 1 rows.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    xs, ys = [], []
    for name in words:
        padded = [0] * block + [stoi[c] for c in name]
        for i in range(len(name)):
            xs.append(padded[i : i + block])
            ys.append(padded[i + block])
    return torch.tensor(xs), torch.tensor(ys)
