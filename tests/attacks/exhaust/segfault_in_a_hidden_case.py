"""Crash only on data that no public check has.

cell: solution-bn-train
where: after
expect: run ends
"""
import ctypes

honest_bn_train = bn_train


def bn_train(x, g, b):
    if x.shape == (2, 5):
        ctypes.string_at(1)
    return honest_bn_train(x, g, b)
