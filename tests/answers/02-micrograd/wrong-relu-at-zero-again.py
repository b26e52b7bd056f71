# fails: *
# because: At a = 0 exactly the share is passed on (>=); there the slope is to be 0, as torch takes it.
# batch: 2
# told: true author relu: open at 0
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    out = Value(self.data if self.data >= 0 else 0.0, (self,), "relu")

    def _backward():
        if self.data >= 0:
            self.grad += out.grad

    out._backward = _backward
    return out


Value.relu = relu
