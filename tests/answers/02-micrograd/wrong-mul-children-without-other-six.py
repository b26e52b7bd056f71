# because: only self is named as child, other is forgotten in _prev: backward() never walks on behind the second factor
# batch: 6
# told: true author mul: one child only
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data * other.data, (self,), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
