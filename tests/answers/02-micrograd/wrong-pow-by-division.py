# fails: *
# because: The student writes the slope as k·out/a, which is the same formula except at a = 0, where it divides by zero; k·a^(k−1) has a value there for k ≥ 1.
# batch: 1
# told: true author pow: slope by a division
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), "**")

    def _backward():
        # k a^(k-1) = k * a^k / a, and a^k I have already
        self.grad += k * out.data / self.data * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
