# because: returns the bare Value instead of a list of one when the last layer has one neuron (as the original micrograd does)
# batch: 6
# told: true author MLP: a bare Value
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
        # self.layers: a list of Layers, nin -> nouts[0] -> nouts[1] -> ..
        sz = [nin] + nouts
        self.layers = [Layer(sz[i], sz[i + 1], rand) for i in range(len(nouts))]

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        for layer in self.layers:
            x = layer(x)
        return x[0] if len(x) == 1 else x

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        return [p for layer in self.layers for p in layer.parameters()]
