# because: map, reduce, accumulate and comprehensions; the slope from a - a*a; hits found by gathering
# batch: 6
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = bool(sum(map(lambda p, q: p * q, w, x), b) > 0)
    move = {(1, False): +lr, (0, True): -lr}.get((int(y), guess), 0.0)
    return w + move * x, b + move
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return (1 + torch.exp(z.neg())).reciprocal()


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return (1 - torch.tanh(z / 2).square()) / 4
# %% solution-forward
from itertools import accumulate


def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    pairs = list(accumulate(zip(W, B), lambda za, wb: (lambda z: (z, sigmoid(z)))(wb[0] @ za[1] + wb[1]), initial=(None, x)))
    zs, activations = map(list, zip(*pairs))
    return zs[1:], activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    d = (a - y).flatten()
    return d.dot(d) * 0.5
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.stack([(a - t) * (a - a * a) for a, t in zip(a2, y)])
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = torch.stack([(column * delta2.flatten()).sum() * sigmoid_prime(z) for column, z in zip(W2.T, z1)])
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1, nabla_b2 = (1 * d for d in (delta1, delta2))
nabla_w1, nabla_w2 = (d * a.T for d, a in ((delta1, x), (delta2, a1)))
# %% solution-backprop
from itertools import accumulate


def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # delta: the error of the layer that you are in, (neurons, 1)
    slopes = [a - a * a for a in activations[1:]]
    start = (activations[-1] - y) * slopes[-1]
    back = zip(reversed(W[1:]), reversed(slopes[:-1]))
    deltas = list(accumulate(back, lambda delta, ws: ws[0].T @ delta * ws[1], initial=start))
    nabla_b = deltas[::-1]
    nabla_w = [delta * a.T for delta, a in zip(nabla_b, activations)]
    return nabla_b, nabla_w
# %% solution-mini-batch
from functools import reduce


def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    def add(p, q):
        return tuple([s + t for s, t in zip(*groups)] for groups in zip(p, q))

    sum_b, sum_w = reduce(add, (gradient(W, B, *pair) for pair in batch))
    move = lambda group, sums: list(map(lambda p, s: p - eta * s / len(batch), group, sums))
    return move(W, sum_w), move(B, sum_b)
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    return sum(int(y[net(x).argmax()].item()) for x, y in data)
