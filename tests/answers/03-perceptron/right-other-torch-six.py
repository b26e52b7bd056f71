# because: other torch functions: heaviside, logsigmoid, einsum, addmm, bmm, cdist, in-place add_ with alpha, stacked evaluation
# batch: 6
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    z = torch.einsum("d,d->", w, x) + b
    guess = torch.heaviside(z, torch.zeros_like(z))
    w = torch.add(w, x * (y - guess), alpha=lr)
    b = torch.add(b, y - guess, alpha=lr)
    return w, b
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.nn.functional.logsigmoid(z).exp()


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    log = torch.nn.functional.logsigmoid
    return torch.exp(log(z) + log(-z))
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs = []
    activations = [x]
    while len(zs) < len(W):
        n = len(zs)
        zs += [torch.addmm(B[n], W[n], activations[n])]
        activations += [torch.special.expit(zs[n])]
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return torch.nn.functional.mse_loss(a, y, reduction="sum").div(2)
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.einsum("ji,ji->ji", torch.sub(a2, y), a2 - a2.square())
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = torch.einsum("jk,ji,ki->ki", W2, delta2, sigmoid_prime(z1))
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1 = delta1
nabla_b2 = delta2
nabla_w1 = torch.outer(delta1.squeeze(1), x.squeeze(1))
nabla_w2 = torch.kron(delta2, a1.mT)
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # delta: the error of the layer that you are in, (neurons, 1)
    delta = torch.mul(torch.sub(activations.pop(), y), sigmoid_prime(zs.pop()))
    for i in range(len(W) - 1, -1, -1):
        a = activations.pop()
        nabla_b[i].copy_(delta)
        nabla_w[i].addmm_(delta, a.mT)
        if zs:
            delta = torch.einsum("jk,ji->ki", W[i], delta).mul_(sigmoid_prime(zs.pop()))
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    results = [gradient(W, B, x, y) for x, y in batch]
    mean_b = [torch.stack(column).mean(dim=0) for column in zip(*(r[0] for r in results))]
    mean_w = [torch.stack(column).mean(dim=0) for column in zip(*(r[1] for r in results))]
    for p, g in zip([*W, *B], [*mean_w, *mean_b]):
        p.add_(g, alpha=-eta)
    return W, B
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    outputs = torch.cat([net(x) for x, _ in data], dim=1)  # (n, pairs)
    wanted = torch.cat([y for _, y in data], dim=1)
    return torch.count_nonzero(outputs.argmax(0) == wanted.argmax(0)).item()
