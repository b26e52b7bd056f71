# fails: *
# because: parameters() collects the attributes `weight` and `bias` instead of asking each layer: BatchNorm's gain and the parameters of a Sequential inside are missed.
# batch: 1
# told: true author sequential, weights and biases by name
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
        found = []
        for layer in self.layers:
            for what in ("weight", "bias"):
                p = getattr(layer, what, None)
                if p is not None:
                    found.append(p)
        return found

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
