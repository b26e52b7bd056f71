# because: Recursion and generators: numgrad head by tail, a generator for the topological order, an MLP called by recursion over its layers.
# batch: 1
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    def d_sin(u, du):
        return math.cos(u) * du

    def d_quotient(top, dtop, bottom, dbottom):
        return (dtop * bottom - top * dbottom) / bottom**2

    root, droot = math.sqrt(a), 1 / math.sqrt(4 * a)
    return [2 * a * b + d_quotient(root, droot, c, 0), a**2 - d_sin(3 * b, 3), d_quotient(root, 0, c, 1)]
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    if not x:
        return []
    head, *tail = x
    first = (f(head + h, *tail) - f(head - h, *tail)) / (2 * h)
    return [first] + numgrad(lambda *rest: f(head, *rest), tail, h)
# %% solution-add
class Share:
    """Called without arguments: out passes on slope * grad to each of its parts."""

    def __init__(self, out, *parts):
        self.out, self.parts = out, parts

    def __call__(self):
        for value, slope in self.parts:
            value.grad += slope * self.out.grad


def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")
    out._backward = Share(out, (self, 1), (other, 1))
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    a, b = self.data, other.data
    out = Value(a * b, (self, other), "*")
    out._backward = Share(out, (self, b), (other, a))
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    small = math.exp(-2 * abs(self.data))  # between 0 and 1
    t = math.copysign((1 - small) / (1 + small), self.data)
    out = Value(t, (self,), "tanh")

    def _backward():
        self.grad += 4 * small / (1 + small) ** 2 * out.grad  # 1 / cosh^2

    out._backward = _backward
    return out


Value.tanh = tanh
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""

    def children_first(node, done):
        if node in done:
            return
        done.add(node)
        for child in node._prev:
            yield from children_first(child, done)
        yield node

    self.grad = 1.0
    for node in [*children_first(self, set())][::-1]:
        node._backward()


Value.backward = backward
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
        def build(n, sizes):
            if len(sizes) == 0:
                return []
            here = Layer(n, sizes[0], rand)
            return [here] + build(sizes[0], sizes[1:])

        self.layers = build(nin, nouts)

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        def through(layers, h):
            return through(layers[1:], layers[0](h)) if layers else h

        return through(self.layers, x)

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        flat = []
        for layer in self.layers:
            flat += layer.parameters()
        return flat
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    def loss_from(i):
        if i == len(xs):
            return 0.0
        (answer,) = net(xs[i])
        return (ys[i] - answer) ** 2 + loss_from(i + 1)

    loss, ps = loss_from(0), net.parameters()
    for p in ps:
        p.grad = 0.0
    loss.backward()
    for p in ps:
        p.data -= p.grad * lr
    return float(loss.data)
