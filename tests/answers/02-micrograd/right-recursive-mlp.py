# because: The MLP is recursive and the topological order comes from a generator; the layers are composed without a loop over pairs.
# batch: 2
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
        if nouts:
            first = Layer(nin, nouts[0], rand)
            self.layers = [first, *MLP(nouts[0], nouts[1:], rand).layers]
        else:
            self.layers = []

    def _run(self, x, k):
        return self._run(self.layers[k](x), k + 1) if k < len(self.layers) else x

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        return self._run(x, 0)

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        return [p for layer in self.layers for n in layer.neurons for p in (*n.w, n.b)]
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    seen = {}

    def visit(node):
        if id(node) in seen:
            return
        seen[id(node)] = None
        for child in node._prev:
            visit(child)
        seen[id(node)] = node
        done.append(node)

    done = []
    visit(self)
    self.grad = 1.0
    for k in range(len(done) - 1, -1, -1):
        done[k]._backward()


Value.backward = backward
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        total = 0
        for i, v in enumerate(x):
            total = v * self.w[i] + total
        return (total + self.b).tanh()

    def parameters(self):
        return [*self.w, self.b]
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    r = math.sqrt(a)
    # cos 3b = 4 cos^3 b - 3 cos b
    k = math.cos(b)
    return [2 * a * b + r / (2 * a * c), a * a - 3 * (4 * k**3 - 3 * k), -r / c / c]
# %% solution-derived
def neg(self):
    """-self"""
    return self * -1.0


def sub(self, other):
    """self - other; other may be a plain number"""
    return -(-self + other)


def rsub(self, other):
    """other - self, where other is a plain number"""
    return -self + other


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * other**-1.0


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return other * (1.0 * self) ** -1.0


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    top = sorted(z.data for z in logits)[-1]
    e = [(z - top).exp() for z in logits]
    return [e[i] / sum(e) for i in range(len(e))]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return -1 * softmax(logits)[y].log()
