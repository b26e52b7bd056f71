# because: special case 'slope 0 at a = 0' for every k: wrong for k = 1, where the slope is 1
# batch: 6
# told: true author pow: slope 0 at 0 for every k
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    value = self.data ** k
    out = Value(value, (self,), "**")

    def _backward():
        if self.data == 0:
            local = 0.0  # slope at 0 is 0
        else:
            local = k * self.data ** (k - 1)
        self.grad += local * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
