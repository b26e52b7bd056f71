# fails: a ** 3
# because: The local slope keeps the exponent k instead of lowering it: it must be k * a**(k-1).
# batch: 2
# told: true author pow: exponent not lowered
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), "**")

    def _backward():
        self.grad += k * out.data * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
