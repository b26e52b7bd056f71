# fails: log
# because: The student takes 1/out for the slope, as if "by the result" held for log too; the slope of log a is 1/a, with a the input.
# batch: 1
# told: true author log: slope from the result
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / out.data

    out._backward = _backward
    return out


Value.log = log
