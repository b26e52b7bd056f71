# fails: backward: diamond
# because: The student builds the right list (children first) but walks it from the beginning, so the inputs take their turn before anything has arrived; it must be walked from the end.
# batch: 1
# told: true author backward: not reversed
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    topo, visited = [], set()

    def build(v):
        if v not in visited:
            visited.add(v)
            for child in v._prev:
                build(child)
            topo.append(v)

    build(self)
    self.grad = 1.0
    for v in topo:
        v._backward()


Value.backward = backward
