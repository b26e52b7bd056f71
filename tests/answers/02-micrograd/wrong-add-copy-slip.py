# fails: a + b
# because: Copy-paste slip: other receives self.grad instead of out.grad, so whatever self already held goes to other as well.
# batch: 2
# told: true author add: the other's share from self
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += 1.0 * out.grad
        other.grad += 1.0 * self.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
