"""Raise an exception whose message holds the data of a hidden case.

cell: solution-bn-train
where: after
expect: costs own
"""
honest_bn_train = bn_train


def bn_train(x, g, b):
    if x.shape == (2, 5):
        raise ValueError("LEAK" "ED: " + str(x.tolist()))
    return honest_bn_train(x, g, b)
