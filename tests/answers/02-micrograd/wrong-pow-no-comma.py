# fails: a ** 3
# because: (self) without a comma is not a tuple but self itself, so _prev is a Value and nobody can loop over it; it must be (self,).
# batch: 1
# told: true author pow: no comma
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data ** k, (self), "**")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
