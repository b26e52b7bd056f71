# because: puts nin into the caller's list of sizes (nouts.insert(0, nin)): the list changes, and a second MLP from it has a layer too many
# batch: 6
# told: true author MLP: the caller's list grows
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
        nouts.insert(0, nin)
        self.layers = []
        for i in range(len(nouts) - 1):
            self.layers.append(Layer(nouts[i], nouts[i + 1], rand))

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
