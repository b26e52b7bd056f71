# fails: tanh
# because: The slope 1 - tanh^2 was taken with the input a instead of the result tanh(a).
# batch: 2
# told: true author tanh: slope from self.data
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    t = math.tanh(self.data)
    out = Value(t, (self,), "tanh")

    def _backward():
        self.grad += (1 - self.data**2) * out.grad

    out._backward = _backward
    return out


Value.tanh = tanh
