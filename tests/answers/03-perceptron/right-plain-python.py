# because: Loops over single numbers where others multiply matrices: lists, sum and zip, tensors only for what is returned.
# batch: 1
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    says_yes = bool(torch.dot(w, x) + b > 0)
    if says_yes and not y:
        w, b = w - lr * x, b - lr
    elif y and not says_yes:
        w, b = w + lr * x, b + lr
    return w, b
# %% solution-sigmoid
import math


def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    def one(v):
        if v >= 0:
            return 1 / (1 + math.exp(-v))
        e = math.exp(v)
        return e / (1 + e)

    return torch.tensor([one(v) for v in z.flatten().tolist()], dtype=z.dtype, device=z.device).reshape(z.shape)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    def one(v):
        e = math.exp(-abs(v))  # σ' is even
        return e / (1 + e) ** 2

    return torch.tensor([one(v) for v in z.flatten().tolist()], dtype=z.dtype, device=z.device).reshape(z.shape)
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    if len(W) == 0:
        return [], [x]
    zs, activations = forward(W[:-1], B[:-1], x)  # all layers but the last
    z = torch.stack([(row * activations[-1][:, 0]).sum() + b for row, b in zip(W[-1], B[-1][:, 0])])[:, None]
    return zs + [z], activations + [sigmoid(z)]
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    total = torch.zeros((), dtype=a.dtype, device=a.device)
    for j in range(a.shape[0]):
        total = total + (a[j, 0] - y[j, 0]) ** 2 / 2
    return total
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.zeros_like(z2)
for j in range(3):
    delta2[j] = (a2[j] - y[j]) * a2[j] * (1 - a2[j])
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
slope1 = sigmoid_prime(z1)
delta1 = torch.stack([sum(W2[j, k] * delta2[j] for j in range(3)) * slope1[k] for k in range(4)])
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1, nabla_b2 = 1.0 * delta1, 1.0 * delta2
nabla_w1, nabla_w2 = torch.zeros_like(W1), torch.zeros_like(W2)
for nabla, delta, a_in in ((nabla_w1, delta1, x), (nabla_w2, delta2, a1)):
    for j in range(nabla.shape[0]):
        for k in range(nabla.shape[1]):
            nabla[j, k] = delta[j, 0] * a_in[k, 0]
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    L = len(W)
    nabla_b = [None] * L
    nabla_w = [None] * L
    for i in range(L - 1, -1, -1):  # counted from the front, downwards
        if i == L - 1:
            dC_da = activations[L] - y
        else:
            dC_da = (W[i + 1] * nabla_b[i + 1]).sum(0, keepdim=True).T
        nabla_b[i] = dC_da * sigmoid_prime(zs[i])
        nabla_w[i] = nabla_b[i] * activations[i].T  # column times row, by broadcasting
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    new_W = [w.clone() for w in W]
    new_B = [b.clone() for b in B]
    for x, y in batch:
        nabla_b, nabla_w = gradient(W, B, x, y)  # at the old ones, always
        for new, nabla in zip(new_W + new_B, [*nabla_w, *nabla_b]):
            new.sub_(nabla, alpha=eta / len(batch))
    return new_W, new_B
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        outputs, wanted = net(x).flatten().tolist(), y.flatten().tolist()
        if outputs.index(max(outputs)) == wanted.index(max(wanted)):
            right += 1
    return right
