# because: the share is the local slope alone, the factor out.grad is forgotten
# batch: 6
# told: true author pow: out.grad missing
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), "**")

    def _backward():
        self.grad += k * self.data ** (k - 1)

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
