# fails: *
# because: The final grad is raised by 1 instead of set to 1, so anything that was left in it is counted too.
# batch: 2
# told: true author backward: adds 1 to what is left
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    nodes = []
    known = set()

    def collect(node):
        known.add(node)
        for c in node._prev:
            if c not in known:
                collect(c)
        nodes.append(node)

    collect(self)
    self.grad += 1
    while nodes:
        nodes.pop()._backward()


Value.backward = backward
