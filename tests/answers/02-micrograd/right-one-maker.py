# because: One helper `unary` makes all operations of one Value; backward counts how many users of each node are still to come (Kahn) instead of building a topological list by depth.
# batch: 1
# %% solution-pow
def unary(a, data, slope, op):
    """A new Value made from a alone, whose local slope is the number slope."""
    out = Value(data, (a,), op)

    def _backward():
        a.grad += slope * out.grad

    out._backward = _backward
    return out


def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    return unary(self, self.data**k, k * self.data ** (k - 1), "**")


Value.__pow__ = power  # a ** 3, a ** -1
# %% solution-derived
def neg(self):
    """-self"""
    return self * -1


def sub(self, other):
    """self - other; other may be a plain number"""
    return self + -other


def rsub(self, other):
    """other - self, where other is a plain number"""
    return other + -self


def truediv(self, other):
    """self / other; other may be a plain number"""
    return other**-1 * self


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return (self / 1) ** -1 * other


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    y = math.e**self.data if abs(self.data) < 1 else math.exp(self.data)
    return unary(self, y, y, "exp")


Value.exp = exp
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    return unary(self, math.log(self.data), self.data**-1, "log")


Value.log = log
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    return unary(self, *((self.data, 1) if self.data > 0 else (0, 0)), "relu")


Value.relu = relu
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    t = math.tanh(self.data)
    return unary(self, t, (1 - t) * (1 + t), "tanh")


Value.tanh = tanh
# %% solution-backward
from collections import Counter, deque


def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    # how often is each node used, by nodes that self was made from?
    uses, known, queue = Counter(), {self}, deque([self])
    while queue:
        for child in queue.popleft()._prev:
            uses[child] += 1
            if child not in known:
                known.add(child)
                queue.append(child)
    self.grad = 1
    ready = deque([self])
    while ready:
        node = ready.popleft()
        node._backward()
        for child in node._prev:
            uses[child] -= 1
            if uses[child] == 0:  # all users have had their turn
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
        # the bias is the weight of an input that is always 1
        return sum(v * u for v, u in zip(self.parameters(), [*x, 1.0])).tanh()

    def parameters(self):
        return [*self.w, self.b]
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    top = max(logits, key=lambda z: z.data).data
    # each by a softmax of log space: p = exp(z - log sum)
    log_total = sum((z - top).exp() for z in logits).log()
    return [(z - top - log_total).exp() for z in logits]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return 0 - softmax(logits)[y].log()
