# because: hands on train() without the argument: the layers are always set to training, only the chain itself gets `on`
# batch: 6
# told: true author sequential, mode not handed on
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        out = x
        for layer in self.layers:
            out = layer(out)
        return out

    def parameters(self):
        params = []
        for layer in self.layers:
            params += layer.parameters()
        return params

    def train(self, on=True):
        super().train(on)
        for layer in self.layers:
            layer.train()
