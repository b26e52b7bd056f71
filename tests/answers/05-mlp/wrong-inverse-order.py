# because: The student puts words[i] at place order[i], which is the inverse of the permutation asked for: place i must hold words[order[i]].
# fails: train; dev; test
# batch: 1
# told: true author split: the permutation backwards
# %% solution-split
def split(words, order):
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    shuffled = [None] * len(words)
    for i, o in enumerate(order):
        shuffled[o] = words[i]
    train = shuffled[:n1]
    dev = shuffled[n1:n2]
    test = shuffled[n2:]
    return train, dev, test
