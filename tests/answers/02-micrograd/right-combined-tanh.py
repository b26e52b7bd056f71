# because: tanh is a combination of exp and quotients that distinguishes the sign so that no exponent is above 0; nll by log-sum-exp; backward with an explicit stack.
# batch: 2
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    if self.data >= 0:
        e = (self * -2).exp()
        return (1 - e) / (1 + e)
    e = (self * 2).exp()
    return (e - 1) / (e + 1)


Value.tanh = tanh
# %% solution-relu
def relu(self):
    """self where it is positive, else 0 -> a new Value."""
    on = float(self.data > 0)
    out = Value(self.data if on else 0.0, (self,), "relu")

    def _backward():
        self.grad += on * out.grad

    out._backward = _backward
    return out


Value.relu = relu
# %% solution-log
def log(self):
    """The natural logarithm of self -> a new Value."""
    out = Value(math.log(self.data), (self,), "log")
    out._backward = lambda: setattr(self, "grad", self.grad + out.grad / self.data)
    return out


Value.log = log
# %% solution-exp
def exp(self):
    """e to the power of self -> a new Value."""
    out = Value(math.exp(self.data), (self,), "exp")
    out._backward = lambda: setattr(self, "grad", self.grad + out.grad * out.data)
    return out


Value.exp = exp
# %% solution-pow
def power(self, k):
    """self ** k -> out, a new Value; k is a plain int or float."""
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        slope = k * self.data ** (k - 1) if k else 0.0
        self.grad += slope * out.grad

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
    return self * -1 + other


def truediv(self, other):
    """self / other; other may be a plain number"""
    return other**-1 * self


def rtruediv(self, other):
    """other / self, where other is a plain number"""
    return self**-1 * other


yours = dict(__neg__=neg, __sub__=sub, __rsub__=rsub, __truediv__=truediv, __rtruediv__=rtruediv)
for name, method in yours.items():
    setattr(Value, name, method)
# %% solution-backward
def backward(self):
    """Fill in .grad of every Value that self was made from: d self / d that Value."""
    order, seen, stack = [], {self}, [(self, iter(self._prev))]
    while stack:
        node, children = stack[-1]
        for child in children:
            if child not in seen:
                seen.add(child)
                stack.append((child, iter(child._prev)))
                break
        else:
            order.append(node)
            stack.pop()
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


Value.backward = backward
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    return [(-nll(logits, i)).exp() for i in range(len(logits))]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    m = max(z.data for z in logits)
    shifted = [z - m for z in logits]
    return sum(s.exp() for s in shifted).log() - shifted[y]
