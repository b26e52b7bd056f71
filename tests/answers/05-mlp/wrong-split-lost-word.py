# fails: dev; test
# because: dev and test begin one place too late, so the words at the two cuts end up in no part.
# batch: 2
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    mixed = [words[i] for i in order]
    train = mixed[:n1]
    dev = mixed[n1 + 1 : n2]
    test = mixed[n2 + 1 :]
    return train, dev, test
