# because: parameters() looks for attributes weight and bias itself: misses BatchNorm's gain and everything in an inner Sequential
# batch: 6
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
        ps = []
        for layer in self.layers:
            if hasattr(layer, "weight"):
                ps.append(layer.weight)
            if hasattr(layer, "bias") and layer.bias is not None:
                ps.append(layer.bias)
        return ps

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
