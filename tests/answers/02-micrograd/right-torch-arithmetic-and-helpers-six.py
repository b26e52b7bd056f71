# because: torch float64 tensors for plain arithmetic (numgrad by rows of a matrix, torch.tanh, torch.exp), one helper that makes the unary functions, iterative depth-first search with iterators
# batch: 6
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    t = torch.tensor([a, b, c], dtype=torch.float64)
    root = t[0].sqrt()
    slopes = torch.stack([2 * t[0] * t[1] + 1 / (2 * root * t[2]), t[0] ** 2 - 3 * torch.cos(3 * t[1]), -root / t[2] ** 2])
    return slopes.tolist()
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    point = torch.tensor(x, dtype=torch.float64)
    steps = h * torch.eye(len(x), dtype=torch.float64)
    ups, downs = (point + steps).tolist(), (point - steps).tolist()
    return [(f(*u) - f(*d)) / (2 * h) for u, d in zip(ups, downs)]
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad = self.grad + out.grad
        other.grad = other.grad + out.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(math.prod((self.data, other.data)), (self, other), "*")

    def _backward(a=self, b=other):
        a.grad += b.data * out.grad
        b.grad += a.data * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    a = self.data
    out = Value(a**k, (self,), "**")

    def _backward():
        slope = k * a ** (k - 1)
        self.grad += slope * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
# %% solution-derived
def neg(self):
    """-self"""
    return (-1) * self


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + (-1) * other


def rsub(self, other):
    """other - self, where other is a plain number"""
    return other + (-self)


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * other ** (-1)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return other * self ** (-1)


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-exp
def unary(name, value, slope):
    """A method for Value. value: float -> float; slope: (input, result) -> local slope."""

    def method(self):
        out = Value(value(self.data), (self,), name)

        def _backward():
            self.grad += slope(self.data, out.data) * out.grad

        out._backward = _backward
        return out

    return method


def exp(self):
    """e to the power of self -> a new Value."""
    e = lambda a: torch.tensor(a, dtype=torch.float64).exp().item()
    return unary("exp", e, lambda a, r: r)(self)


Value.exp = exp
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    out = Value(torch.tensor(self.data, dtype=torch.float64).log().item(), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.log = log
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    out = Value(torch.tensor(self.data, dtype=torch.float64).clamp(min=0).item(), (self,), "relu")

    def _backward():
        self.grad += float(self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.relu = relu
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    t = torch.tanh(torch.tensor(self.data, dtype=torch.float64)).item()
    out = Value(t, (self,), "tanh")

    def _backward():
        self.grad += (1.0 - t**2) * out.grad

    out._backward = _backward
    return out


Value.tanh = tanh
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    finished = {}  # a dict keeps the order in which it was filled
    path = [(self, iter(self._prev))]
    entered = {self}
    while path:
        node, children = path[-1]
        for child in children:
            if child not in entered:
                entered.add(child)
                path.append((child, iter(child._prev)))
                break
        else:
            finished[node] = True
            path.pop()

    self.grad = 1.0
    for node in reversed(finished):
        node._backward()


Value.backward = backward
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        products = map(lambda pair: pair[0] * pair[1], zip(x, self.w))
        return sum(products, self.b).tanh()

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
        from itertools import pairwise

        self.layers = [Layer(m, n, rand) for m, n in pairwise((nin, *nouts))]

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        from functools import reduce

        return reduce(lambda v, layer: layer(v), self.layers, x)

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        from itertools import chain

        return list(chain.from_iterable(layer.parameters() for layer in self.layers))
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    answers = [only for [only] in map(net, xs)]
    # (a - y)^2 = a^2 - 2ay + y^2
    loss = sum(a * a - 2 * y * a + y * y for a, y in zip(answers, ys))
    result = loss.data
    ps = net.parameters()
    [setattr(p, "grad", 0.0) for p in ps]
    loss.backward()
    new = [p.data - lr * p.grad for p in ps]
    [setattr(p, "data", v) for p, v in zip(ps, new)]
    return result
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    top = torch.tensor([z.data for z in logits], dtype=torch.float64).max().item()
    e = [(z + (-top)).exp() for z in logits]
    return [ei * sum(e) ** -1 for ei in e]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return 0 - softmax(logits)[y].log()
