# because: recursion instead of loops (numgrad, softmax, MLP, zeroing), topological order returned by a pure recursive function, nll by log-sum-exp
# batch: 6
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    def d_square(u):
        return 2 * u

    def d_root(u):
        return 0.5 * u**-0.5

    return [d_square(a) * b + d_root(a) / c, a * a - math.cos(3 * b) * 3, -(a**0.5) * c**-2]
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    def slopes(before, rest):
        if not rest:
            return []
        xi, *after = rest
        one = (f(*before, xi + h, *after) - f(*before, xi - h, *after)) / (h + h)
        return [one] + slopes(before + [xi], after)

    return slopes([], list(x))
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        for child in out._prev:  # twice the same one for a + a
            child.grad += out.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        pair = out._prev
        for me, partner in (pair, pair[::-1]):
            me.grad += partner.data * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), "**")

    def _backward():
        self.grad += k * math.pow(self.data, k - 1) * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
# %% solution-derived
def neg(self):
    """-self"""
    return self * -1


def sub(self, other):
    """self - other; other may be a plain number"""
    return -(-self + other)


def rsub(self, other):
    """other - self, where other is a plain number"""
    return -(self - other)


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * (1 / other)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return self**-1 * other


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward
    return out


Value.exp = exp
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.log = log
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    alive = self.data > 0
    out = Value(alive and self.data or 0.0, (self,), "relu")

    def _backward():
        self.grad += alive * out.grad

    out._backward = _backward
    return out


Value.relu = relu
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    if self.data < 0:  # tanh is odd: turn round what would be hard
        return -((-self).tanh())
    e = (self * -2).exp()  # at most 1
    return (1 - e) / (1 + e)


Value.tanh = tanh
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    seen = set()

    def behind(node):
        """node and what is behind it and not yet listed, results first"""
        if node in seen:
            return []
        seen.add(node)
        lists = [behind(child) for child in node._prev]
        return [node] + [v for part in reversed(lists) for v in part]

    self.grad = 1.0

    def turns(nodes):
        for node in nodes:
            node._backward()

    turns(behind(self))


Value.backward = backward
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        def dot(w, x):
            return self.b if not w else w[0] * x[0] + dot(w[1:], x[1:])

        return dot(self.w, list(x)).tanh()

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
        # self.layers: a list of Layers, nin -> nouts[0] -> nouts[1] -> ..
        def build(n, sizes):
            if not sizes:
                return []
            first = Layer(n, sizes[0], rand)  # drawn before the layers behind it
            return [first] + build(sizes[0], sizes[1:])

        self.layers = build(nin, nouts)

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        def through(layers, v):
            return v if not layers else through(layers[1:], layers[0](v))

        return through(self.layers, x)

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        return sum((layer.parameters() for layer in self.layers), [])
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    def loss_from(i):
        miss = net(xs[i])[0] - ys[i]
        return miss**2 if i + 1 == len(xs) else miss**2 + loss_from(i + 1)

    loss = loss_from(0)
    before = loss.data

    def for_each(parameters, act):
        if parameters:
            act(parameters[0])
            for_each(parameters[1:], act)

    def zero(p):
        p.grad = 0.0

    def move(p):
        p.data = p.data - lr * p.grad

    for_each(net.parameters(), zero)
    loss.backward()
    for_each(net.parameters(), move)
    return before
# %% solution-softmax
def largest(logits):
    """the largest score, a float"""
    if len(logits) == 1:
        return logits[0].data
    rest = largest(logits[1:])
    return rest if rest > logits[0].data else logits[0].data


def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    top = largest(logits)
    powers = [(z - top).exp() for z in logits]

    def total(terms):
        return terms[0] if len(terms) == 1 else terms[0] + total(terms[1:])

    one_over = total(powers) ** -1
    return [e * one_over for e in powers]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    top = largest(logits)
    return sum((z - top).exp() for z in logits).log() - (logits[y] - top)
