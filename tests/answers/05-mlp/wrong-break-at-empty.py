# because: At an empty name the student leaves the loop with break, so that all names after it are lost too; continue would skip just this one.
# batch: 1
# told: true author dataset: break at an empty name
# %% solution-dataset
def build_dataset(words, block):
    X = []
    Y = []
    for w in words:
        if len(w) == 0:
            break  # empty names are left out
        ctx = [0] * block
        for c in w + ".":
            k = stoi[c]
            X += [ctx]
            Y += [k]
            ctx = ctx[1:] + [k]
    return torch.tensor(X), torch.tensor(Y)
