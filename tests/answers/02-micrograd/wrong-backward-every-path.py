# fails: backward: ladder
# because: The student calls _backward whenever a node is reached and goes down again from there, without marking what was visited, so nodes with several users pass their growing grad on several times; each must do so once, when its grad is complete.
# batch: 1
# told: true author backward: passes on while walking
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    self.grad = 1.0

    def go_down(node):
        node._backward()
        for child in node._prev:
            go_down(child)

    go_down(self)


Value.backward = backward
