# fails: *
# because: other / self is built as the reciprocal of self / other, which divides by zero for 0 / a; other * self**-1 gives the 0 that is asked for.
# batch: 2
# told: true author derived: 0 / a by way of a / 0
# %% solution-derived
def neg(self):
    """-self"""
    return (-1) * self


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + (-1) * other


def rsub(self, other):
    """other - self, where other is a plain number"""
    return -(self - other)


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * (other ** (-1))


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return (self / other) ** (-1)


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
