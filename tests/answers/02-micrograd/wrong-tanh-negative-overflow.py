# fails: *
# because: To survive a = 400 the student turned the formula round, to (1 − e^(−2a))/(1 + e^(−2a)); now a = −400 overflows in math.exp instead. math.tanh survives both.
# batch: 1
# told: true author tanh: overflows far left
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    # e^(2a) overflows for a = 400, e^(-2a) does not
    e = math.exp(-2 * self.data)
    out = Value((1 - e) / (1 + e), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


Value.tanh = tanh
