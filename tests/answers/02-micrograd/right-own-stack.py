# because: No recursion: backward with an explicit stack of iterators; tanh by combining Values, made stable by the sign; training by one backward per example, whose grads add up.
# batch: 1
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    grad = [0.0, 0.0, 0.0]
    # term 1: a a b
    grad[0] += 2 * a * b
    grad[1] += a * a
    # term 2: -sin 3b
    grad[1] -= 3 * math.sin(math.pi / 2 - 3 * b)
    # term 3: sqrt(a) / c
    third = math.sqrt(a) / c
    grad[0] += third / (2 * a)
    grad[2] -= third / c
    return grad
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    n = len(x)
    steps = [[h if i == j else 0.0 for j in range(n)] for i in range(n)]
    result = []
    for s in steps:
        high = f(*[a + b for a, b in zip(x, s)])
        low = f(*[a - b for a, b in zip(x, s)])
        result.append(0.5 * (high - low) / h)
    return result
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data * other.data)
    out._op, out._prev = "*", (self, other)

    def _backward():
        to_self, to_other = other.data * out.grad, self.data * out.grad
        self.grad += to_self
        other.grad += to_other

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-derived
def neg(self):
    """-self"""
    return self * (-1)


def sub(self, other):
    """self - other; other may be a plain number"""
    return (-1) * other + self


def rsub(self, other):
    """other - self, where other is a plain number"""
    return (-self) + other


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * as_value(other) ** (-1)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return as_value(other) / self


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    gate = float(self.data > 0)
    out = Value(self.data if gate else 0.0, (self,), "relu")

    def _backward():
        self.grad += gate * out.grad

    out._backward = _backward
    return out


Value.relu = relu
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    # tanh(-a) = -tanh(a): turn the sign so that the exponent is never positive
    s = -1.0 if self.data < 0 else 1.0
    e = (self * (-2.0 * s)).exp()
    return (1 - e) / (1 + e) * s


Value.tanh = tanh
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    finished, begun = [], {self}
    stack = [(self, iter(self._prev))]
    while stack:
        node, children = stack[-1]
        for child in children:
            if child not in begun:
                begun.add(child)
                stack.append((child, iter(child._prev)))
                break
        else:
            finished.append(node)
            stack.pop()
    self.grad = 1.0
    while finished:
        finished.pop()._backward()


Value.backward = backward
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        total = self.b
        for i in range(len(self.w)):
            total = x[i] * self.w[i] + total
        return total.tanh()

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
        for n in nouts:
            before = len(self.layers[-1].neurons) if self.layers else nin
            self.layers.append(Layer(before, n, rand))

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        first, *rest = self.layers
        out = first(x)
        for layer in rest:
            out = layer(out)
        return out

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        return [p for layer in self.layers for neuron in layer.neurons for p in (*neuron.w, neuron.b)]
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    knobs = net.parameters()
    for knob in knobs:
        knob.grad = 0.0
    total = 0.0
    for x, y in zip(xs, ys):
        loss_here = (net(x)[0] - y) ** 2
        loss_here.backward()  # the slopes of a sum are the sum of the slopes: they add up in .grad
        total += loss_here.data
    for knob in knobs:
        knob.data += -lr * knob.grad
    return total
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    *_, largest = sorted(z.data for z in logits)
    moved = [z + (-largest) for z in logits]
    # p_i = 1 / sum_j e^(z_j - z_i) would overflow, so the plain way
    powers = [m.exp() for m in moved]
    total = powers[0]
    for extra in powers[1:]:
        total = total + extra
    return [q / total for q in powers]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return (softmax(logits)[y] ** -1).log()
