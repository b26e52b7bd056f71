# because: Works on rows (transposed) inside, a small class keeps a layer's state for backprop, all places at once in evaluate.
# batch: 1
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = torch.clamp(torch.sign(torch.inner(w, x) + b), min=0)
    diff = float(y) - guess
    w = w.clone().add_(diff * x, alpha=lr)
    b = b.clone().add_(diff, alpha=lr)
    return w, b
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    small = torch.exp(-z.abs())  # never above 1
    return torch.where(z < 0, small, torch.ones_like(z)) / (1 + small)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    small = torch.exp(-z.abs())
    return small / (1 + small).pow(2)
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    row = x.T
    zs, activations = [], [x]
    for w, b in zip(W, B):
        z_row = torch.nn.functional.linear(row, w, b.flatten())
        row = torch.sigmoid(z_row)
        zs.append(z_row.T)
        activations.append(row.T)
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    d = (a - y).flatten()
    return d.dot(d).div(2)
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.addcmul(torch.zeros_like(z2), a2 - y, a2 - a2**2)
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = torch.tensordot(W2, delta2, dims=([0], [0])).mul(sigmoid_prime(z1))
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
(nabla_b1, nabla_w1), (nabla_b2, nabla_w2) = [
    (d.clone(), d.expand(-1, len(a)) * a.squeeze(1)) for d, a in ((delta1, x), (delta2, a1))
]
# %% solution-backprop
class LayerRun:
    """One layer, with what it has seen."""

    def __init__(self, w, z, a_in):
        self.w, self.z, self.a_in = w, z, a_in

    def back(self, blame):
        """dC/da of this layer -> nabla_b, nabla_w, dC/da of the layer before"""
        delta = blame * sigmoid_prime(self.z)
        return delta, torch.mm(delta, self.a_in.t()), torch.mm(self.w.t(), delta)


def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    runs = [LayerRun(*parts) for parts in zip(W, zs, activations)]
    blame, results = activations[-1] - y, []
    while runs:
        nb, nw, blame = runs.pop().back(blame)
        results.append((nb, nw))
    nabla_b, nabla_w = map(list, zip(*results[::-1]))
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    from functools import reduce

    def plus(one, two):
        return tuple([p + q for p, q in zip(s, t)] for s, t in zip(one, two))

    sum_b, sum_w = reduce(plus, (gradient(W, B, x, y) for x, y in batch))
    rate = eta / len(batch)
    return [torch.sub(w, g, alpha=rate) for w, g in zip(W, sum_w)], [torch.sub(b, g, alpha=rate) for b, g in zip(B, sum_b)]
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    xs, ys = zip(*data)
    outputs = torch.cat([net(x) for x in xs], dim=1)  # (n, how many)
    wanted = torch.cat(ys, dim=1)
    return (outputs.argmax(dim=0) == wanted.argmax(dim=0)).sum().item()
