# fails: *
# because: The list and the set are default arguments, so they live on from one call to the next, and nodes of earlier calls are skipped or passed on again; each call must make its own.
# batch: 2
# told: true author backward: list and record are kept
# %% solution-backward
def backward(self, order=[], seen=set()):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""

    def build(v):
        if v in seen:
            return
        seen.add(v)
        for c in v._prev:
            build(c)
        order.append(v)

    build(self)
    self.grad = 1.0
    for v in reversed(order):
        v._backward()


Value.backward = backward
