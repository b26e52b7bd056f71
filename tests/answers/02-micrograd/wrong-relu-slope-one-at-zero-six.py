# because: slope at a = 0 is taken as 1 (>= instead of >), the text says 0
# batch: 6
# told: true author relu: open at 0
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (1.0 if self.data >= 0 else 0.0) * out.grad

    out._backward = _backward
    return out


Value.relu = relu
