# fails: *
# because: The student adds 1e-5 "for safety" before the logarithm, so small arguments get a wrong value and a wrong slope (log 1e-6 comes out as −11.4, not −13.8); the plain math.log is asked for.
# batch: 1
# told: true author log: a small number added (1e-5)
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    eps = 1e-5  # never log(0)
    out = Value(math.log(self.data + eps), (self,), "log")

    def _backward():
        self.grad += 1 / (self.data + eps) * out.grad

    out._backward = _backward
    return out


Value.log = log
