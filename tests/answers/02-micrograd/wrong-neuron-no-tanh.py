# fails: neuron
# because: The neuron returns the weighted sum without the tanh.
# batch: 2
# told: true author neuron: no tanh
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        s = self.b
        for i in range(len(x)):
            s = s + self.w[i] * x[i]
        return s

    def parameters(self):
        return [*self.w, self.b]
