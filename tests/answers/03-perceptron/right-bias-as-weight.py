# because: The bias is treated as a weight with the input 1 (columns glued to the matrices), and the sigmoid comes from torch.nn.functional.
# batch: 2
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    one = torch.ones(1, dtype=x.dtype, device=x.device)
    wb, x1 = torch.cat([w, b.reshape(1)]), torch.cat([x, one])
    guess = int((wb * x1).sum() > 0)
    wb = wb + lr * (y - guess) * x1
    return wb[:-1], wb[-1]
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.nn.functional.logsigmoid(z).exp()


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    F = torch.nn.functional
    return (F.logsigmoid(z) + F.logsigmoid(-z)).exp()
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    one = torch.ones_like(x[:1])
    for l in range(len(W)):
        glued = torch.cat([W[l], B[l]], dim=1)
        zs += [glued @ torch.cat([activations[l], one])]
        activations += [zs[l].sigmoid()]
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return torch.nn.functional.mse_loss(a, y, reduction="sum") * 0.5
# %% solution-output-error
delta2 = -(y - a2) * sigmoid_prime(z2)
# %% solution-gradients
glued1 = delta1 @ torch.cat([x, torch.ones_like(x[:1])]).T
glued2 = delta2 @ torch.cat([a1, torch.ones_like(a1[:1])]).T
nabla_w1, nabla_b1 = glued1[:, :-1], glued1[:, -1:]
nabla_w2, nabla_b2 = glued2[:, :-1], glued2[:, -1:]
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    slopes = [a * (1 - a) for a in activations[1:]]
    deltas = [(activations[-1] - y) * slopes[-1]]
    for w, slope in zip(reversed(W), reversed(slopes[:-1])):
        deltas.insert(0, w.T @ deltas[0] * slope)
    nabla_b = deltas
    nabla_w = [torch.outer(d.flatten(), a.flatten()) for d, a in zip(deltas, activations)]
    return nabla_b, nabla_w
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    return len([1 for x, y in data if y[net(x).argmax()] == 1])
