# fails: Sequential, parameters
# because: Only attributes called weight are collected; biases and the gains of a BatchNorm are missing, each layer's parameters() lists them all.
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
        return [layer.weight for layer in self.layers if hasattr(layer, "weight")]

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
