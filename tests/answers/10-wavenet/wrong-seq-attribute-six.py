# because: train sets layer.training directly instead of calling layer.train(on): layers inside an inner Sequential never hear of it
# batch: 6
# told: true author sequential, attribute set from outside
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.training = on
