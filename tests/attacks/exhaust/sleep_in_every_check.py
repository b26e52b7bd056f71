"""Be just slow enough, in every call, that no single cell is too slow.

cell: solution-bn-backward
where: instead
expect: run ends
"""
import time


def bn_backward(dout, x, g):
    time.sleep(0.9)


def slowly(function):
    def slow(*arguments, **named):
        time.sleep(0.9)
        return function(*arguments, **named)

    return slow


bn_train = slowly(bn_train)
BatchNorm.__call__ = slowly(BatchNorm.__call__)
time.sleep(2.8)
