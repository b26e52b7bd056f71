# fails: a + a
# because: For a + a the share is passed on only once; both paths count, the slope of a + a is 2.
# batch: 2
# told: true author add: twins get one share
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        # every different child gets it
        for child in set(out._prev):
            child.grad += out.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
