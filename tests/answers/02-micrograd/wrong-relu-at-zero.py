# fails: *
# because: The student lets the slope be 1 for a >= 0; at a = 0 exactly the text asks for 0.
# batch: 1
# told: true author relu: open at 0
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    alive = self.data >= 0
    out = Value(self.data if alive else 0.0, (self,), "relu")

    def _backward():
        if alive:
            self.grad += out.grad

    out._backward = _backward
    return out


Value.relu = relu
