# because: brackets in rtruediv: (other * self) ** -1 is 1/(other*self), not other/self
# batch: 6
# told: true author derived: 2 / a as 1 / (2a)
# %% solution-derived
def neg(self):
    """-self"""
    return -1 * self


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + -1 * other


def rsub(self, other):
    """other - self, where other is a plain number"""
    return other + -1 * self


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * as_value(other) ** -1


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return (other * self) ** -1


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
