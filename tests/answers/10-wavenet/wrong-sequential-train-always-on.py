# fails: Sequential, evaluation
# because: The layers' train is called without the argument and so takes its default True: evaluation never reaches them.
# batch: 1
# told: true author sequential, mode not handed on
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        h = x
        for i in range(len(self.layers)):
            h = self.layers[i](h)
        return h

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def train(self, on=True):
        super().train(on)
        for layer in self.layers:
            layer.train()
