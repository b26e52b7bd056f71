# because: Written with functools.reduce, map and small helper functions that make any operation of one Value.
# batch: 2
# %% solution-exp
def _unary(self, data, slope, op):
    out = Value(data, (self,), op)

    def _backward():
        self.grad = self.grad + slope * out.grad

    out._backward = _backward
    return out


def exp(self):
    """e to the power of self -> a new Value."""
    e = math.exp(self.data)
    return _unary(self, e, e, "exp")


Value.exp = exp
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    q = math.exp(-2 * abs(self.data))
    t = math.copysign((1 - q) / (1 + q), self.data)
    out = Value(t, (self,), "tanh")

    def _backward():
        self.grad += (1 - t) * (1 + t) * out.grad

    out._backward = _backward
    return out


Value.tanh = tanh
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        from functools import reduce
        return reduce(lambda s, wx: s + wx[0] * wx[1], zip(self.w, x), self.b).tanh()

    def parameters(self):
        return [*self.w, self.b]
# %% solution-mlp
class Layer:
    """nin numbers -> a list of nout Values."""

    def __init__(self, nin, nout, rand):
        self.neurons = [Neuron(nin, rand) for _ in range(nout)]

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]


class MLP:
    """nin numbers -> a list of nouts[-1] Values, through len(nouts) layers."""

    def __init__(self, nin, nouts, rand):
        self.layers = []
        width = nin
        for n in nouts:
            self.layers.append(Layer(width, n, rand))
            width = n

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        from functools import reduce
        return reduce(lambda values, layer: layer(values), self.layers, x)

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        return sum((layer.parameters() for layer in self.layers), [])
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    def at(i, step):
        return f(*(v + step * (i == j) for j, v in enumerate(x)))

    return list(map(lambda i: (at(i, h) - at(i, -h)) / (2 * h), range(len(x))))
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    answers = [net(x)[0] for x in xs]
    loss = sum(map(lambda a, y: (y - a) ** 2, answers, ys))
    knobs = net.parameters()
    for k in knobs:
        k.grad = 0.0
    loss.backward()
    value = loss.data
    for k in knobs:
        k.data -= lr * k.grad
    return value
