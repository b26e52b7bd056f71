# because: every layer gets the network's input x instead of the outputs of the layer before it
# batch: 6
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
        # self.layers: a list of Layers, nin -> nouts[0] -> nouts[1] -> ..
        self.layers = []
        n = nin
        for nout in nouts:
            self.layers.append(Layer(n, nout, rand))
            n = nout

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        out = x
        for layer in self.layers:
            out = layer(x)
        return out

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        ps = []
        for layer in self.layers:
            ps += layer.parameters()
        return ps
