# because: builds other / self as (self / other) ** -1: 0 / a divides by zero instead of being 0
# batch: 6
# told: true author derived: 0 / a by way of a / 0
# %% solution-derived
def neg(self):
    """-self"""
    return self * (-1)


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + (-other)


def rsub(self, other):
    """other - self, where other is a plain number"""
    return (-self) + other   # turned round


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * (other ** -1)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    quotient = self / other
    return quotient ** -1   # turn the fraction round


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
