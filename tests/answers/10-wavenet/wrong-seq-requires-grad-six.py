# because: parameters() keeps only tensors with requires_grad: empty before the trainer has switched it on
# batch: 6
# told: true author sequential, only what asks for a gradient
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
        # only what is learned
        return [p for layer in self.layers for p in layer.parameters() if p.requires_grad]

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
