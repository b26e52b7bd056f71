# because: einsum, addmm, outer and special functions instead of @ and *.
# batch: 2
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = torch.heaviside(torch.einsum("d,d->", w, x) + b, torch.zeros_like(b))
    move = lr * (y - guess)
    return torch.add(w, move * x), b + move
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.special.expit(z)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return torch.sigmoid(z) * torch.sigmoid(-z)
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs = []
    activations = [x]
    for w, b in zip(W, B, strict=True):
        zs.append(torch.einsum("jk,kn->jn", w, activations[-1]).add(b))
        activations.append(sigmoid(zs[-1]))
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    d = (a - y).flatten()
    return torch.dot(d, d) / 2
# %% solution-output-error
delta2 = torch.mul(a2.sub(y), a2 * (1 - a2))
# %% solution-hidden-error
delta1 = torch.einsum("jk,jn->kn", W2, delta2) * a1 * (1 - a1)
# %% solution-gradients
nabla_b1, nabla_b2 = delta1.clone(), delta2.clone()
nabla_w1 = torch.einsum("jn,kn->jk", delta1, x)
nabla_w2 = torch.einsum("jn,kn->jk", delta2, a1)
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    delta = None
    for l in range(1, len(W) + 1):
        if delta is None:
            blame = activations[-1] - y
        else:
            blame = torch.einsum("jk,jn->kn", W[-l + 1], delta)
        delta = blame * sigmoid_prime(zs[-l])
        nabla_b[-l].copy_(delta)
        torch.mm(delta, activations[-l - 1].t(), out=nabla_w[-l])
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    gs = [gradient(W, B, x, y) for x, y in batch]
    mean_b = [torch.stack(column).mean(0) for column in zip(*(g[0] for g in gs))]
    mean_w = [torch.stack(column).mean(0) for column in zip(*(g[1] for g in gs))]
    return [torch.sub(w, g, alpha=eta) for w, g in zip(W, mean_w)], [torch.sub(b, g, alpha=eta) for b, g in zip(B, mean_b)]
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    outs = torch.cat([net(x) for x, _ in data], dim=1)
    ys = torch.cat([y for _, y in data], dim=1)
    return int((outs.argmax(0) == ys.argmax(0)).sum())
