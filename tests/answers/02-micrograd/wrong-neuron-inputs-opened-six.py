# because: opens inputs that are Values with .data: the outputs fit, but no slope reaches the earlier layers
# batch: 6
# told: true author neuron: inputs opened
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        total = self.b
        for wi, xi in zip(self.w, x):
            if isinstance(xi, Value):
                xi = xi.data  # a plain number, as in the first layer
            total = total + wi * xi
        return total.tanh()

    def parameters(self):
        return [*self.w, self.b]
