# fails: log
# because: The local slope is taken as 1/log(a), dividing by the result; it is 1/a, so divide by self.data.
# batch: 2
# told: true author log: slope from the result
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += (1 / out.data) * out.grad

    out._backward = _backward
    return out


Value.log = log
