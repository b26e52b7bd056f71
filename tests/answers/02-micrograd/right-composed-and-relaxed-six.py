# because: tanh composed from exp by the sign of a, p_i = 1 / sum_j exp(z_j - z_i) replaced by exp of log-softmax, backward by sorting nodes by their longest path, numgrad as a weighted stencil
# batch: 6
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    sin3, cos3 = math.sin(3 * b), 1 - 2 * math.sin(1.5 * b) ** 2
    r = math.exp(0.5 * math.log(a))
    df_da = 2 * a * b + r / (2 * a * c)
    df_db = a * a - 3 * cos3
    df_dc = -r / c / c
    return [df_da, df_db, df_dc]
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    def at(i, d):
        moved = x.copy()
        moved[i] += d
        return f(*moved)

    # linear in the function: the weights +1/2h and -1/2h of the two neighbours
    stencil = {h: 0.5 / h, -h: -0.5 / h}
    return [math.fsum(weight * at(i, d) for d, weight in stencil.items()) for i, _ in enumerate(x)]
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        for v in (self, other):
            v.grad += 1 * out.grad

    out._backward = _backward
    return out


Value.__add__ = add  # a + b, a + 2
Value.__radd__ = add  # 2 + a: the order makes no difference
# %% solution-mul
def mul(self, other):
    """self * other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    a, b = self, other
    out = Value(a.data * b.data, (a, b), "*")

    def _backward():
        share_a, share_b = b.data * out.grad, a.data * out.grad
        a.grad += share_a
        b.grad += share_b

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), "**")

    def _backward():
        if k == 1:
            self.grad += out.grad
        elif self.data == 0 and k > 1:
            pass
        else:
            self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


Value.__pow__ = power  # a ** 3, a ** -1
# %% solution-derived
def neg(self):
    """-self"""
    return 0 - self


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + other * -1


def rsub(self, other):
    """other - self, where other is a plain number"""
    return other + self * -1


def truediv(self, other):
    """self / other; other may be a plain number"""
    return self * (other**-1)


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return (self * 1) ** -1 * other


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    out = Value(math.exp(self.data), (self,), "exp")
    out._backward = lambda: self.__setattr__("grad", self.grad + out.data * out.grad)
    return out


Value.exp = exp
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad * (1 / self.data)

    out._backward = _backward
    return out


Value.log = log
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    half = (abs(self.data) + self.data) / 2
    out = Value(half, (self,), "relu")
    step = {True: 1.0, False: 0.0}[self.data > 0]

    def _backward():
        self.grad += step * out.grad

    out._backward = _backward
    return out


Value.relu = relu
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    sign = 1 if self.data >= 0 else -1
    e = (self * (-2 * sign)).exp()  # never above 1
    return (2 * (e + 1) ** -1 - 1) * sign


Value.tanh = tanh
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    # height of a node: 0 without children, else one more than its highest child
    height = {}

    def measure(node):
        if node not in height:
            height[node] = 1 + max([measure(child) for child in node._prev], default=-1)
        return height[node]

    measure(self)
    self.grad = 1.0
    for node in sorted(height, key=height.get, reverse=True):
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
        terms = [w * v for w, v in zip(self.w, x)]
        terms.append(self.b)
        while len(terms) > 1:
            terms.append(terms.pop(0) + terms.pop(0))
        return terms[0].tanh()

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
        sizes = [nin]
        sizes.extend(nouts)
        self.layers = list(map(lambda i: Layer(sizes[i], sizes[i + 1], rand), range(len(nouts))))

    def __call__(self, x):
        """x: list of nin floats or Values -> list of nouts[-1] Values"""
        out = list(x)
        for layer in self.layers:
            out = layer(out)
        return out

    def parameters(self):
        """A flat list of all parameters, layer by layer."""
        out = []
        for layer in self.layers:
            out[len(out):] = layer.parameters()
        return out
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    for p in net.parameters():
        p.grad = 0.0
    loss = Value(0.0)
    for x, y in zip(xs, ys):
        [guess] = net(x)
        loss = (y - guess) ** 2 + loss
    loss.backward()
    for p in net.parameters():
        p.data += p.grad * -lr
    return loss.data
# %% solution-softmax
def log_softmax(logits):
    m = sorted(z.data for z in logits)[-1]
    log_total = sum([(z - m).exp() for z in logits]).log()
    return [z - m - log_total for z in logits]


def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    return [v.exp() for v in log_softmax(logits)]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return -log_softmax(logits)[y]
