# fails: exp
# because: exp builds the new Value but never returns it, so the caller gets None.
# batch: 2
# told: true author exp: nothing returned
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    out = Value(math.e ** self.data, (self,), "exp")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward


Value.exp = exp
