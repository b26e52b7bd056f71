# fails: a * b; a * a
# because: out._backward = _backward() calls the function at once and stores its None; the function itself must be stored, without brackets.
# batch: 2
# told: true author mul: _backward called instead of kept
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def backprop():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = backprop()
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
