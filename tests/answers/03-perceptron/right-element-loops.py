# because: Every sum is written with Python loops over single numbers, the results go into preallocated tensors.
# batch: 2
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    z = float(b)
    for wi, xi in zip(w.tolist(), x.tolist()):
        z += wi * xi
    guess = 1.0 if z > 0 else 0.0
    if guess != y:
        w, b = w.clone(), b.clone()
        for i in range(len(w)):
            w[i] += lr * (y - guess) * x[i]
        b += lr * (y - guess)
    return w, b
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    small = torch.exp(-torch.abs(z))
    return torch.where(z >= 0, 1 / (1 + small), small / (1 + small))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    small = torch.exp(-torch.abs(z))
    return small / (1 + small) ** 2
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    for w, b in zip(W, B):
        z = b.clone()
        for j in range(w.shape[0]):
            for k in range(w.shape[1]):
                z[j, 0] += w[j, k] * activations[-1][k, 0]
        zs.append(z)
        activations.append(1 / (1 + torch.exp(-z)))
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    total = torch.zeros((), dtype=a.dtype, device=a.device)
    for aj, yj in zip(a[:, 0], y[:, 0]):
        total = total + 0.5 * (aj - yj) ** 2
    return total
# %% solution-output-error
delta2 = torch.empty_like(z2)
for j in range(3):
    delta2[j] = (a2[j] - y[j]) * sigmoid_prime(z2[j])
# %% solution-hidden-error
delta1 = torch.zeros_like(z1)
for k in range(4):
    for j in range(3):
        delta1[k, 0] += W2[j, k] * delta2[j, 0]
    delta1[k, 0] *= sigmoid_prime(z1[k, 0])
# %% solution-gradients
nabla_b1 = delta1
nabla_b2 = delta2
nabla_w1 = torch.stack([d * x[:, 0] for d in delta1[:, 0]])
nabla_w2 = torch.stack([d * a1[:, 0] for d in delta2[:, 0]])
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    sum_b = [b * 0 for b in B]
    sum_w = [w * 0 for w in W]
    m = 0
    for x, y in batch:
        nabla_b, nabla_w = gradient(W, B, x, y)
        for l in range(len(W)):
            sum_b[l] += nabla_b[l]
            sum_w[l] += nabla_w[l]
        m += 1
    for l in range(len(W)):
        W[l] -= eta * sum_w[l] / m
        B[l] -= eta * sum_b[l] / m
    return W, B
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        out, want = net(x).flatten().tolist(), y.flatten().tolist()
        right += out.index(max(out)) == want.index(max(want))
    return int(right)
