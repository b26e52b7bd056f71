# because: rsub returns self - other instead of other - self
# batch: 6
# told: true author derived: 2 - a as a - 2
# %% solution-derived
def neg(self):
    """-self"""
    return self * -1


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + (-other)


def rsub(self, other):
    """other - self, where other is a plain number"""
    return self - other


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * other**-1


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return other * self**-1


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
