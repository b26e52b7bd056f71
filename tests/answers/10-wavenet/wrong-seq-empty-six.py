# because: call begins with self.layers[0]: a chain without layers raises IndexError instead of giving x back
# batch: 6
# told: true author sequential, an empty chain has no first layer
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        h = self.layers[0](x)
        for layer in self.layers[1:]:
            h = layer(h)
        return h

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
