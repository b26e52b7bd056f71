# fails: backward: ladder
# because: Each node passes on at once, in depth-first order, and again by each path to it: a node acts before its grad is complete and more than once; a topological order is needed.
# batch: 2
# told: true author backward: passes on while walking
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    self.grad = 1.0

    def go(node):
        node._backward()
        for child in node._prev:
            go(child)

    go(self)


Value.backward = backward
