# because: the bias stands inside the sum and is added once for each input instead of once
# batch: 6
# told: true author neuron: the bias once per input
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        s = sum(wi * xi + self.b for wi, xi in zip(self.w, x))
        return s.tanh()

    def parameters(self):
        return [*self.w, self.b]
