# fails: *
# because: Without layers the result is None, since `out` is only set in the loop; an empty chain has to give x back.
# batch: 1
# told: true author sequential, nothing comes out of an empty chain
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        out = None
        for number, layer in enumerate(self.layers):
            out = layer(x) if number == 0 else layer(out)
        return out

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
