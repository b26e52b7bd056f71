# fails: *
# because: It sets the layers' attribute `training` instead of calling their method train(on): a Sequential inside never tells its own layers.
# batch: 1
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
        return sum((layer.parameters() for layer in self.layers), [])

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.training = on
