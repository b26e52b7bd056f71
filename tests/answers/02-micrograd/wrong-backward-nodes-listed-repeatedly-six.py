# because: no skipping of nodes already listed: a node used by several others is in the list more than once and passes its grad on repeatedly
# batch: 6
# told: true author backward: no record of what was seen
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    order = []

    def add_node(node):
        for child in node._prev:
            add_node(child)
        order.append(node)

    add_node(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


Value.backward = backward
