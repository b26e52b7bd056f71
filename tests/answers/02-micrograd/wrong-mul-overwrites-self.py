# fails: a * b
# because: The share of self is assigned with = (only other's is added), so what another user had left in self.grad is gone.
# batch: 2
# told: true author mul: overwrites
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    product = self.data * other.data
    out = Value(product, (self, other), "*")

    def _backward():
        self.grad = other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
