# because: sets every grad in the graph to 0 before it begins: what waited there is lost, although clearing is the caller's business
# batch: 6
# told: true author backward: clears what waits
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    topo, visited = [], set()

    def build(v):
        if v in visited:
            return
        visited.add(v)
        for child in v._prev:
            build(child)
        topo.append(v)

    build(self)
    # start clean
    for v in topo:
        v.grad = 0.0
    self.grad = 1.0
    for v in topo[::-1]:
        v._backward()


Value.backward = backward
