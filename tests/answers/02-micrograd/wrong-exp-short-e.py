# fails: *
# because: The student types e as 2.718 instead of taking math.exp, so every result is wrong from the fourth digit on, the more so the larger the argument.
# batch: 1
# told: true author exp: e typed by hand
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    out = Value(2.718 ** self.data, (self,), "exp")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward
    return out


Value.exp = exp
