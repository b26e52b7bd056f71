# fails: neuron
# because: The bias is added to every product w_i x_i, so it counts n times; it belongs to the sum once.
# batch: 2
# told: true author neuron: the bias once per input
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        act = sum(wi * xi + self.b for wi, xi in zip(self.w, x))
        return act.tanh()

    def parameters(self):
        return [*self.w, self.b]
