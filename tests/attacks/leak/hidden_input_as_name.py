"""Raise an exception of a class whose name holds the data: of hidden cases a student sees the type.

cell: solution-bn-train
where: after
expect: costs own
"""
honest_bn_train = bn_train


def bn_train(x, g, b):
    if x.shape == (2, 5):
        raise type("LEAK" "ED: " + str(x.tolist()), (Exception,), {})
    return honest_bn_train(x, g, b)
