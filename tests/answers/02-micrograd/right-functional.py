# because: Tools of functools, itertools and operator nearly everywhere; slopes of f in other but equal forms; backward by graphlib's topological sorter; log-sum-exp for the nll.
# batch: 1
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    # 3 cos 3b = 3 (4 cos^3 b - 3 cos b)
    u = math.cos(b)
    return [math.fsum([2 * a * b, 0.5 * a**-0.5 / c]), math.pow(a, 2) - 3 * (4 * u**3 - 3 * u), -(a**0.5) * c**-2]
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""

    def at(i, step):
        return f(*x[:i], x[i] + step, *x[i + 1 :])

    return list(map(lambda i: (at(i, h) - at(i, -h)) / (2 * h), range(len(x))))
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        for v in (self, other):
            v.grad += out.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
# %% solution-mul
import operator


def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    pair = (self, other)
    out = Value(operator.mul(*(v.data for v in pair)), pair, "*")

    def _backward():
        for one, partner in zip(pair, reversed(pair)):
            one.grad += partner.data * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(math.pow(self.data, k), (self,), f"**{k}")

    def _backward():
        self.grad = self.grad + out.grad * math.pow(self.data, k - 1) * k

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
# %% solution-derived
def neg(self):
    """-self"""
    return -1.0 * self


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
# %% solution-backward
from graphlib import TopologicalSorter


def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    graph, waiting = {}, [self]
    while waiting:
        node = waiting.pop()
        if node not in graph:
            graph[node] = node._prev
            waiting.extend(node._prev)
    self.grad = 1.0
    for node in reversed(list(TopologicalSorter(graph).static_order())):
        node._backward()


Value.backward = backward
# %% solution-neuron
import operator
from functools import reduce


class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        return reduce(operator.add, map(operator.mul, self.w, x), self.b).tanh()

    def parameters(self):
        return [*self.w, self.b]
# %% solution-mlp
from functools import reduce
from itertools import chain, pairwise


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
        self.layers = [Layer(m, n, rand) for m, n in pairwise(chain([nin], nouts))]

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        return reduce(lambda h, layer: layer(h), self.layers, x)

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        return list(chain.from_iterable(map(Layer.parameters, self.layers)))
# %% solution-train
from functools import partial, reduce


def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    errors = map(lambda x, y: net(x)[0] - y, xs, ys)
    loss = reduce(lambda total, e: total + e * e, errors, 0.0)
    set_of = partial(setattr)
    for p in net.parameters():
        set_of(p, "grad", 0.0)
    loss.backward()
    for p in net.parameters():
        set_of(p, "data", p.data - lr * p.grad)
    return loss.data
# %% solution-softmax
import operator
from functools import reduce


def shifted(logits):
    """exp of the logits less the largest, and that largest"""
    top = reduce(max, (z.data for z in logits))
    return [(z - top).exp() for z in logits], top


def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    es, _ = shifted(logits)
    norm = reduce(operator.add, es) ** -1
    return [e * norm for e in es]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    # -log(e_y / sum) = log sum - z_y
    es, top = shifted(logits)
    return reduce(operator.add, es).log() + (top - logits[y])
