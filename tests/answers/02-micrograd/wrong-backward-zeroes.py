# fails: *
# because: backward sets all grads behind the final Value to 0 first; clearing is the caller's business, what waits in a grad must stay.
# batch: 2
# told: true author backward: clears what waits
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    topo, visited = [], set()

    def build_topo(v):
        if v not in visited:
            visited.add(v)
            for child in v._prev:
                build_topo(child)
            topo.append(v)

    build_topo(self)
    for v in topo:
        v.grad = 0.0
    self.grad = 1.0
    for v in topo[::-1]:
        v._backward()


Value.backward = backward
