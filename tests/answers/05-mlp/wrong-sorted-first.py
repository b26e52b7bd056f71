# because: The student sorts the names before building the rows, which goes unnoticed with a sorted list; the rows must stand in the order of the list that was given (the shuffled one, for example).
# batch: 1
# told: true author dataset: names sorted first
# %% solution-dataset
def build_dataset(words, block):
    X, Y = [], []
    clean = sorted(w for w in words if w)
    for w in clean:
        padded = "." * block + w + "."
        for j in range(block, len(padded)):
            X.append([stoi[c] for c in padded[j - block:j]])
            Y.append(stoi[padded[j]])
    return torch.tensor(X, dtype=torch.int64), torch.tensor(Y, dtype=torch.int64)
