# because: while loops with indices; backward counts the open users of every node (Kahn) instead of depth-first search; tanh by math.tanh
# batch: 6
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    terms = [
        (2 * a * b, a**2, 0.0),
        (0.0, -3 * math.cos(3 * b), 0.0),
        (1 / (2 * c * math.sqrt(a)), 0.0, -math.sqrt(a) / c**2),
    ]
    return [sum(column) for column in zip(*terms)]
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    result = [0.0] * len(x)
    i = 0
    while i < len(x):
        up = f(*[v + h if j == i else v for j, v in enumerate(x)])
        down = f(*[v - h if j == i else v for j, v in enumerate(x)])
        result[i] = 0.5 * (up - down) / h
        i += 1
    return result
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        g = out.grad
        if self is other:
            self.grad += 2 * g
        else:
            self.grad, other.grad = self.grad + g, other.grad + g

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
        if self is other:
            self.grad += 2 * self.data * out.grad
            return
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), "**")
    out._backward = lambda: setattr(self, "grad", self.grad + out.grad * k * self.data ** (k - 1))
    return out


Value.__pow__ = power  # a ** 3, a ** -1
# %% solution-derived
def neg(self):
    """-self"""
    return self * -1.0


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + other * -1.0


def rsub(self, other):
    """other - self, where other is a plain number"""
    return self * -1.0 + other


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * other**-1


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return self**-1 * other


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    e = math.exp(self.data)
    out = Value(e, (self,), "exp")
    out._backward = lambda: setattr(self, "grad", self.grad + e * out.grad)
    return out


Value.exp = exp
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    out = Value(math.log(self.data), (self,), "log")
    out._backward = lambda: setattr(self, "grad", self.grad + self.data**-1 * out.grad)
    return out


Value.log = log
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    out = Value(self.data if self.data > 0 else 0.0, (self,), "relu")

    def _backward():
        if out.data > 0:
            self.grad += out.grad

    out._backward = _backward
    return out


Value.relu = relu
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    t = math.tanh(self.data)
    out = Value(t, (self,), "tanh")

    def _backward():
        self.grad += (1 - t) * (1 + t) * out.grad

    out._backward = _backward
    return out


Value.tanh = tanh
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    # how many uses of each node have not yet passed on their share?
    uses = {self: 0}
    todo = [self]
    while todo:
        node = todo.pop()
        for child in node._prev:
            if child not in uses:
                uses[child] = 0
                todo.append(child)
            uses[child] += 1

    self.grad = 1.0
    ready = [self]
    while ready:
        node = ready.pop()
        node._backward()
        for child in node._prev:
            uses[child] -= 1
            if uses[child] == 0:
                ready.append(child)


Value.backward = backward
# %% solution-neuron
class Neuron:
    """nin numbers -> one Value."""

    def __init__(self, nin, rand):
        self.w = [Value(rand()) for _ in range(nin)]
        self.b = Value(rand())

    def __call__(self, x):
        """x: list of nin floats or Values -> Value"""
        s = self.b
        i = 0
        while i < len(self.w):
            s = s + self.w[i] * x[i]
            i += 1
        return s.tanh()

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
        self.layers = []
        i = 0
        while i < len(nouts):
            self.layers.append(Layer(nouts[i - 1] if i else nin, nouts[i], rand))
            i += 1

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        signals = [x]
        while len(signals) <= len(self.layers):
            signals.append(self.layers[len(signals) - 1](signals[-1]))
        return signals[-1]

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        flat = []
        for layer in self.layers:
            for neuron in layer.neurons:
                for weight in neuron.w:
                    flat.append(weight)
                flat.append(neuron.b)
        return flat
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    knobs = net.parameters()
    for knob in knobs:
        knob.grad = 0.0
    # the slope of a sum is the sum of the slopes: one backward for each example, all into the same grads
    total = 0.0
    i = 0
    while i < len(xs):
        part = (net(xs[i])[0] - ys[i]) ** 2
        part.backward()
        total += part.data
        i += 1
    for knob in knobs:
        knob.data -= lr * knob.grad
    return total
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    top = logits[0].data
    i = 1
    while i < len(logits):
        if logits[i].data > top:
            top = logits[i].data
        i += 1
    raised = []
    for z in logits:
        raised.append((z - top).exp())
    below = 0
    for e in raised:
        below = below + e
    probabilities = []
    for e in raised:
        probabilities.append(e / below)
    return probabilities


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return (softmax(logits)[y] ** -1).log()
