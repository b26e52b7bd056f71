# fails: MLP: outputs
# because: The student wraps every input by Value(...), also those that are Values already (the outputs of the layer before); as_value would leave those alone, and plain floats need no wrapping at all.
# batch: 1
# told: true author neuron: inputs wrapped again
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        xs = [Value(xi) for xi in x]
        s = self.b
        for wi, xi in zip(self.w, xs):
            s = s + wi * xi
        return s.tanh()

    def parameters(self):
        return [*self.w, self.b]
