# fails: exp
# because: The power rule was used for e^a (slope a * e^(a-1)); the slope of e^a is e^a itself, the result.
# batch: 2
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
