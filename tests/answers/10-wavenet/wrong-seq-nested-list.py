# fails: Sequential, parameters
# because: A list of lists is returned, one per layer; one flat list of tensors is asked for.
# batch: 2
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
        return [layer.parameters() for layer in self.layers]

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
