# because: parameters() appends each layer's list: a list of lists, not one flat list
# batch: 6
# told: true author sequential, a list of lists
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
        params = []
        for layer in self.layers:
            params.append(layer.parameters())
        return params

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
