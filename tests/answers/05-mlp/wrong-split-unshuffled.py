# fails: train; dev; test
# because: The list is cut as it stands, order is not used; first shuffle, then cut.
# batch: 2
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    return words[:n1], words[n1:n2], words[n2:]
