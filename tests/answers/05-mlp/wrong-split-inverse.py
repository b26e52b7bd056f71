# fails: train
# because: The words are put to the place order[i] (the inverse permutation); the shuffled list is words[order[0]], words[order[1]], ...
# batch: 2
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    shuffled = [None] * len(words)
    for i, place in enumerate(order):
        shuffled[place] = words[i]
    return shuffled[:n1], shuffled[n1:n2], shuffled[n2:]
