# because: multiplies out.grad by the Value other instead of by other.data: every grad turns into a Value
# batch: 6
# told: true author mul: a Value in grad
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def backward_of_product():
        self.grad += other * out.grad
        other.grad += self * out.grad

    out._backward = backward_of_product
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
