# because: for a <= 0 sets self.grad to 0 instead of adding 0: the shares of other users are lost
# batch: 6
# told: true author relu: overwrites
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    if self.data > 0:
        out = Value(self.data, (self,), "relu")
    else:
        out = Value(0.0, (self,), "relu")

    def _backward():
        if self.data > 0:
            self.grad += out.grad
        else:
            self.grad = 0.0  # no slope here

    out._backward = _backward
    return out


Value.relu = relu
