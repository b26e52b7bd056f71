# fails: a / b
# because: The student divides by the number other.data, which cuts other out of the graph: it gets no slope; self * other**-1 keeps it in.
# batch: 1
# told: true author derived: the divisor opened
# %% solution-derived
def neg(self):
    """-self"""
    return -1 * self


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + (-1) * other


def rsub(self, other):
    """other - self, where other is a plain number"""
    return other + (-self)


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * (1.0 / as_value(other).data)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return self**-1 * other


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
