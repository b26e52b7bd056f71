# because: recursion instead of loops: over the layers, over the batch and over the data's halves
# batch: 6
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    # the bias is a weight whose input is always 1
    long_w = torch.cat([w, b.reshape(1)])
    long_x = torch.cat([x, torch.ones_like(x[:1])])
    guess = int((long_w * long_x).sum() > 0)
    long_w = long_w + lr * (y - guess) * long_x
    return long_w[:-1], long_w[-1]
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    small = torch.exp(-z.abs())
    return torch.where(z < 0, small, torch.ones_like(z)) / (1 + small)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return my_sigmoid(z) * my_sigmoid(-z)
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    if not W:
        return [], [x]
    z = W[0] @ x + B[0]
    later_z, later_a = forward(W[1:], B[1:], sigmoid(z))
    return [z] + later_z, [x] + later_a
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    if len(a) == 1:
        return ((a[0, 0] - y[0, 0]) ** 2) / 2
    half = len(a) // 2
    return cost(a[:half], y[:half]) + cost(a[half:], y[half:])
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.diag(sigmoid_prime(z2).flatten()) @ (a2 - y)
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
jacobian = W2 * sigmoid_prime(z1).T  # (3, 4): d z2_j / d z1_k
delta1 = (delta2.T @ jacobian).T
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
(nabla_b1, nabla_w1), (nabla_b2, nabla_w2) = ((d, (a @ d.T).T) for d, a in ((delta1, x), (delta2, a1)))
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """

    def below(i, a):
        """Layer i and all after it, from its input a -> dC/da, nabla_b[i:], nabla_w[i:]."""
        if i == len(W):
            return a - y, [], []
        z = W[i] @ a + B[i]
        blame, later_b, later_w = below(i + 1, sigmoid(z))
        delta = blame * sigmoid_prime(z)
        return W[i].T @ delta, [delta, *later_b], [delta @ a.T, *later_w]

    _, nabla_b, nabla_w = below(0, x)
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    def total(pairs):
        if len(pairs) == 1:
            return gradient(W, B, *pairs[0])
        first_b, first_w = total(pairs[:1])
        rest_b, rest_w = total(pairs[1:])
        return [p + q for p, q in zip(first_b, rest_b)], [p + q for p, q in zip(first_w, rest_w)]

    sum_b, sum_w = total(batch)
    step = eta / len(batch)
    return [w - step * s for w, s in zip(W, sum_w)], [b - step * s for b, s in zip(B, sum_b)]
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    if len(data) == 0:
        return 0
    if len(data) == 1:
        x, y = data[0]
        return int(net(x).argmax().item() == y.argmax().item())
    half = len(data) // 2
    return evaluate(net, data[:half]) + evaluate(net, data[half:])
