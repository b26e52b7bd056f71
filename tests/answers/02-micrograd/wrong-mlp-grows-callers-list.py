# fails: *
# because: nouts.insert(0, nin) changes the caller's list: a second MLP made from the same list gets a layer too many; a new list [nin, *nouts] is needed.
# batch: 1
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
        nouts.insert(0, nin)
        self.layers = []
        for n_in, n_out in zip(nouts, nouts[1:]):
            self.layers.append(Layer(n_in, n_out, rand))

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        h = x
        for layer in self.layers:
            h = layer(h)
        return h

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
