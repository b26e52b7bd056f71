# fails: a * b
# because: The student multiplies out.grad by the Value other instead of by its number other.data, so the grad itself becomes a Value.
# batch: 1
# told: true author mul: a Value in grad
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other * out.grad
        other.grad += self * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
