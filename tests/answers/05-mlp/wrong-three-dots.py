# because: The padding is always three full stops, whatever block is, so for any other block the rows are wrong (too few or too many at the start); the padding must have length block.
# batch: 1
# told: true author dataset: always three full stops in front
# %% solution-dataset
def build_dataset(words, block):
    X, Y = [], []
    for w in words:
        if not w: continue
        s = "..." + w + "."
        for i in range(len(s) - block):
            X.append([stoi[c] for c in s[i:i+block]])
            Y.append(stoi[s[i+block]])
    return torch.tensor(X), torch.tensor(Y)
