# fails: *
# because: nouts.insert(0, nin) changes the caller's list of sizes; a new list such as [nin, *nouts] leaves it as it is.
# batch: 2
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
        for a, b in zip(nouts[:-1], nouts[1:]):
            self.layers.append(Layer(a, b, rand))

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        out = x
        for layer in self.layers:
            out = layer(out)
        return out

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        ps = []
        for layer in self.layers:
            ps.extend(layer.parameters())
        return ps
