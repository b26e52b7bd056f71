# fails: *
# because: The student first sets all grads in the graph to 0; the text says to zero nothing else, since what waits in a grad is the caller's business.
# batch: 1
# told: true author backward: clears what waits
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    order = []
    seen = set()

    def visit(n):
        if n in seen:
            return
        seen.add(n)
        for c in n._prev:
            visit(c)
        order.append(n)

    visit(self)
    for n in order:
        n.grad = 0.0      # clean start
    self.grad = 1.0
    for n in reversed(order):
        n._backward()


Value.backward = backward
