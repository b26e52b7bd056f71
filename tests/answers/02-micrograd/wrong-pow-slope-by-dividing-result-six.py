# because: computes a^(k-1) as out.data / self.data: division by zero at a = 0, where the text asks for slope 0 of a^2
# batch: 6
# told: true author pow: slope by a division
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data ** k, (self,), "**")
    def _backward():
        # a^(k-1) = a^k / a, so reuse what we already have
        self.grad += k * out.data / self.data * out.grad
    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
