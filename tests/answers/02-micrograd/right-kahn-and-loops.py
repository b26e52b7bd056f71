# because: backward counts users first (Kahn's algorithm) and releases a node when all of them have acted; all else in plain loops.
# batch: 2
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    slopes = [0.0, 0.0, 0.0]
    slopes[0] += 2 * a * b
    slopes[1] += a**2
    slopes[1] -= math.cos(3 * b) * 3
    slopes[0] += 0.5 * a**-0.5 / c
    slopes[2] -= a**0.5 * c**-2
    return slopes
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    return [
        (f(*x[:i], x[i] + h, *x[i + 1 :]) - f(*x[:i], x[i] - h, *x[i + 1 :])) / h / 2 for i in range(len(x))
    ]
# %% solution-add
def add(self, other):
    """self + other -> out, a new Value. other may be a plain number."""
    other = as_value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        for child in out._prev:
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
        for child, factor in ((self, other.data), (other, self.data)):
            child.grad += factor * out.grad

    out._backward = _backward
    return out


Value.__mul__ = mul  # a * b, a * 2
Value.__rmul__ = mul  # 2 * a
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    users = {self: 0}
    todo = [self]
    while todo:
        node = todo.pop()
        for child in node._prev:
            if child not in users:
                users[child] = 0
                todo.append(child)
            users[child] += 1
    self.grad = 1.0
    ready = [self]
    while ready:
        node = ready.pop()
        node._backward()
        for child in node._prev:
            users[child] -= 1
            if users[child] == 0:
                ready.append(child)


Value.backward = backward
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    loss = 0.0
    for i in range(len(xs)):
        (answer,) = net(xs[i])
        miss = answer - ys[i]
        loss = loss + miss * miss
    for p in net.parameters():
        p.grad = 0.0
    loss.backward()
    for p in net.parameters():
        p.data = p.data - lr * p.grad
    return loss.data
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    top = max(logits, key=lambda z: z.data).data
    powers = [(z + (-top)).exp() for z in logits]
    total = powers[0]
    for e in powers[1:]:
        total = total + e
    one_over = total**-1
    return [e * one_over for e in powers]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return (softmax(logits)[y] ** -1).log()
