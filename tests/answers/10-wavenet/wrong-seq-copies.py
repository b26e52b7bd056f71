# fails: Sequential, output after a step; Sequential, gradients through the list
# because: The list holds copies (clone) of the tensors; whoever changes them does not change the network.
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
        params = []
        for layer in self.layers:
            params += [p.clone() for p in layer.parameters()]
        return params

    def train(self, on=True):
        self.training = on
        for layer in self.layers:
            layer.train(on)
