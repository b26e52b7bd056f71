# because: the set of visited nodes is a mutable default argument of the helper at module level: a second backward() skips all nodes of the first
# batch: 6
# told: true author backward: what was seen is kept
# %% solution-backward
def topological(node, visited=set()):
    """node and all behind it, children first"""
    if node in visited:
        return []
    visited.add(node)
    order = []
    for child in node._prev:
        order += topological(child)
    return order + [node]


def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    nodes = topological(self)
    self.grad = 1.0
    for node in reversed(nodes):
        node._backward()


Value.backward = backward
