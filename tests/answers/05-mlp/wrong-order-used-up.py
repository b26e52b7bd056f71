# because: The numbers are popped off the caller's list order, so it is empty at the next call; an argument must not be changed, order is only to be read.
# fails: split, its lists afterwards
# batch: 1
# told: true author split: order used up
# %% solution-split
def split(words, order):
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    train, dev, test = [], [], []
    i = 0
    while order:
        w = words[order.pop(0)]
        if i < n1:
            train.append(w)
        elif i < n2:
            dev.append(w)
        else:
            test.append(w)
        i += 1
    return train, dev, test
