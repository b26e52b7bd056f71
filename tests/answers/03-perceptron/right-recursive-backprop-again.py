# because: forward and backprop are recursive over the layers, from the first to the last and back.
# batch: 2
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    if not W:
        return [], [x]
    z = W[0] @ x + B[0]
    zs, activations = forward(W[1:], B[1:], sigmoid(z))
    zs = [z] + zs
    activations = [x] + activations
    return zs, activations
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]

    def error(l):
        """delta of layer number l, counted from 0; writes down the gradients of all layers from l on."""
        if l == len(W) - 1:
            delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
        else:
            delta = (error(l + 1).T @ W[l + 1]).T * sigmoid_prime(zs[l])
        nabla_b[l] = delta
        nabla_w[l] = delta * activations[l].T
        return delta

    error(0)
    return nabla_b, nabla_w
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return (a - y).norm() ** 2 / 2
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.reciprocal(torch.exp(torch.neg(z)) + 1)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    s = my_sigmoid(z)
    return s - s * s
# %% solution-hidden-error
delta1 = (delta2.T @ W2).T * sigmoid_prime(z1)
# %% solution-gradients
nabla_b1, nabla_w1 = delta1, delta1 * x.reshape(1, 2)
nabla_b2, nabla_w2 = delta2, delta2 * a1.reshape(1, 4)
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    return sum(map(lambda pair: int(torch.argmax(net(pair[0])) == torch.argmax(pair[1])), data))
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    from functools import reduce

    def plus(one, two):
        return [[p + q for p, q in zip(g, h)] for g, h in zip(one, two)]

    total_b, total_w = reduce(plus, (gradient(W, B, *pair) for pair in batch))
    rate = eta / len(batch)
    return [w - rate * g for w, g in zip(W, total_w)], [b - rate * g for b, g in zip(B, total_b)]
