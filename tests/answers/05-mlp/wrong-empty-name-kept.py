# because: The empty name is not left out: it adds a row of full stops with target 0 that teaches the model to end at once; names of length 0 must be skipped.
# batch: 1
# told: true author dataset: empty names
# %% solution-dataset
def build_dataset(words, block):
    X, Y = [], []
    for w in words:
        codes = [0] * block + [stoi[c] for c in w] + [0]
        for i in range(len(w) + 1):
            X.append(codes[i:i + block])
            Y.append(codes[i + block])
    return torch.tensor(X), torch.tensor(Y)
