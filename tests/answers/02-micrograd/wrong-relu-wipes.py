# fails: relu
# because: Where a is not positive self.grad is set to 0, which wipes out the shares of other users; there is simply nothing to add.
# batch: 2
# told: true author relu: overwrites
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        if self.data > 0:
            self.grad += out.grad
        else:
            self.grad = 0.0

    out._backward = _backward
    return out


Value.relu = relu
