# fails: relu
# because: The student passes on only a positive out.grad: the gate must look at the input (a > 0), the sign of what arrives from above does not matter.
# batch: 1
# told: true author relu: gated by what arrives
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        # relu of the gradient
        if out.data > 0:
            self.grad += max(0.0, out.grad)

    out._backward = _backward
    return out


Value.relu = relu
