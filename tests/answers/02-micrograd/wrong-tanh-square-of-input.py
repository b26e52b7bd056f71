# fails: tanh
# because: The student writes the slope as 1 − a² with the input a; it is 1 − tanh²a, with the result.
# batch: 1
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
