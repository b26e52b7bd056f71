# fails: exp
# because: The student differentiates e^a by the power rule, to a·e^(a−1); the slope of e^a is e^a itself.
# batch: 1
# told: true author exp: the rule for powers
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    x = self.data
    out = Value(math.exp(x), (self,), "exp")

    def _backward():
        self.grad += x * math.exp(x - 1) * out.grad

    out._backward = _backward
    return out


Value.exp = exp
