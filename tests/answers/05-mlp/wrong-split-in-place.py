# fails: split, its lists afterwards
# because: The caller's list words is shuffled itself (words[:] = ...); it must stay as it is.
# batch: 2
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    words[:] = [words[i] for i in order]
    return words[:n1], words[n1:n2], words[n2:]
