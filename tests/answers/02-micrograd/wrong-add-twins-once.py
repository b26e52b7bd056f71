# fails: a + a
# because: To "avoid counting twice" the student gives the share only once when both operands are the same Value; but in a + a both paths count and the slope is 2.
# batch: 1
# told: true author add: twins get one share
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        for v in {self, other}:
            v.grad += out.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
