# fails: *
# because: The student builds a^(k−1) in a loop over range(k − 1), which works for whole k ≥ 1 only: for k = −1 the loop is empty and the slope becomes k, for k = 0.5 it raises.
# batch: 1
# told: true author pow: factors counted in the slope
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data ** k, (self,), f"**{k}")

    def _backward():
        slope = k
        for _ in range(k - 1):
            slope = slope * self.data
        self.grad += slope * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
