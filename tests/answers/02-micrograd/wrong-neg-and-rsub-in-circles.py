# fails: -a
# because: neg is written as 0 − self, which calls rsub, and rsub as −self + other, which calls neg: each waits for the other without end; one of them must rest on + and *.
# batch: 1
# told: true author derived: in a circle, sub by itself
# %% solution-derived
def neg(self):
    """-self"""
    return 0 - self


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + other * (-1)


def rsub(self, other):
    """other - self, where other is a plain number"""
    return -self + other


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * other ** (-1)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return other * self ** (-1)


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
