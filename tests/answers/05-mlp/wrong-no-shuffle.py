# because: The list is cut as it stands, sorted; it must first be shuffled, with words[order[0]], words[order[1]], ...
# fails: train; dev; test
# batch: 1
# told: true author split: not shuffled
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    return words[:n1], words[n1:n2], words[n2:]
