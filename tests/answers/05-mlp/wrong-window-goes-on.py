# because: The window is made once before the loop over the names, so each name starts with the last letters of the one before; every name must begin with a fresh window of full stops.
# fails: X
# batch: 1
# told: true author dataset: the window is not emptied
# %% solution-dataset
def build_dataset(words, block):
    inputs, targets = [], []
    context = [0] * block
    for w in words:
        if w == "":
            continue
        for ch in w + '.':
            ix = stoi[ch]
            inputs.append(context)
            targets.append(ix)
            context = context[1:] + [ix]  # crop and append
    X = torch.tensor(inputs)
    Y = torch.tensor(targets)
    return X, Y
