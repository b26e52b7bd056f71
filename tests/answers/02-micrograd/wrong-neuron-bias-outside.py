# fails: neuron
# because: The student adds the bias after tanh; it belongs inside, to the weighted sum.
# batch: 1
# told: true author neuron: bias outside
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        act = sum(wi * xi for wi, xi in zip(self.w, x)).tanh() + self.b
        return act

    def parameters(self):
        return [*self.w, self.b]
