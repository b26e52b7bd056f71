# fails: *
# because: The slope is computed as k * out / a, which divides by zero at a = 0; k * a**(k-1) gives the 0 that is asked for there.
# batch: 2
# told: true author pow: slope by a division
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        # a^(k-1) = a^k / a, saves a power
        self.grad += k * out.data / self.data * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
