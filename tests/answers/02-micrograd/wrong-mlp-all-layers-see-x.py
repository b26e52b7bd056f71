# fails: MLP: outputs
# because: Each layer is called with the original x (and zip quietly drops the weights left over); the outputs of one layer are the inputs of the next.
# batch: 1
# told: true author MLP: every layer is given x
# %% solution-mlp
class Layer:
    """nin numbers -> a list of nout Values."""

    def __init__(self, nin, nout, rand):
        self.neurons = [Neuron(nin, rand) for _ in range(nout)]

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]


class MLP:
    """nin numbers -> a list of nouts[-1] Values, through len(nouts) layers."""

    def __init__(self, nin, nouts, rand):
        self.layers = []
        last = nin
        for n in nouts:
            self.layers.append(Layer(last, n, rand))
            last = n

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        for layer in self.layers:
            out = layer(x)
        return out

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        return sum([layer.parameters() for layer in self.layers], [])
