# because: uses the power rule for e^a: local slope a * e^(a-1) instead of e^a
# batch: 6
# told: true author exp: the rule for powers
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += self.data * math.exp(self.data - 1) * out.grad

    out._backward = _backward
    return out


Value.exp = exp
