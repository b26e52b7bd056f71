# fails: *
# because: The context length is fixed at 3 instead of the argument block.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    X, Y = [], []
    for word in words:
        if len(word) == 0:
            continue
        s = "..." + word + "."
        for i in range(len(s) - 3):
            X.append([stoi[c] for c in s[i : i + 3]])
            Y.append(stoi[s[i + 3]])
    return torch.tensor(X), torch.tensor(Y)
