# fails: Sequential, output after a step
# because: The list holds clones; whoever changes them changes nothing in the layers, it must hold the very tensors.
# batch: 1
# told: true author sequential, copies of the parameters
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        out = x
        for l in self.layers:
            out = l(out)
        return out

    def parameters(self):
        return [p.clone() for l in self.layers for p in l.parameters()]

    def train(self, on=True):
        self.training = on
        for l in self.layers:
            l.train(on)
