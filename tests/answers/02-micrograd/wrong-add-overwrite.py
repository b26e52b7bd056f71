# fails: a + b; a + a
# because: The shares are assigned with = instead of added with +=, so what came by another path is lost.
# batch: 2
# told: true author add: overwrites
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        # self.grad and other.grad: each receives its share of out.grad
        self.grad = out.grad
        other.grad = out.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
