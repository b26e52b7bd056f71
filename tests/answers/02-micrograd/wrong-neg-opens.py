# fails: -a
# because: neg makes a fresh Value from -self.data, which has no children: the slope gets lost; combine operations instead, as in self * -1.
# batch: 2
# told: true author derived: neg cut off
# %% solution-derived
def neg(self):
    """-self"""
    return Value(-self.data)


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + other * -1


def rsub(self, other):
    """other - self, where other is a plain number"""
    return self * -1 + other


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * (as_value(other) ** -1)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return self**-1 * other


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
