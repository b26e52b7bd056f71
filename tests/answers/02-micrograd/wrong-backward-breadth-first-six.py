# because: breadth-first from the end, each node once: a node may take its turn before all its users had theirs
# batch: 6
# told: true author backward: from above, level by level
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    self.grad = 1.0
    queue = [self]
    seen = {self}
    while queue:
        node = queue.pop(0)
        node._backward()
        for child in node._prev:
            if child not in seen:
                seen.add(child)
                queue.append(child)


Value.backward = backward
