# because: local slope 1 - a^2 from the input instead of 1 - tanh(a)^2 from the result
# batch: 6
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
