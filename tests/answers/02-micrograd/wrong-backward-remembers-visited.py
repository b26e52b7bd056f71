# fails: *
# because: The set of visited nodes is a default argument, which Python makes only once: a second backward() of the same Value finds everything visited and does nothing; the set must be made anew in each call.
# batch: 1
# told: true author backward: what was seen is kept
# %% solution-backward
def backward(self, visited=set()):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    topo = []

    def build_topo(v):
        if v not in visited:
            visited.add(v)
            for child in v._prev:
                build_topo(child)
            topo.append(v)

    build_topo(self)
    self.grad = 1.0
    while topo:
        topo.pop()._backward()


Value.backward = backward
