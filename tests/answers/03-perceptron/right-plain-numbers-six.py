# because: plain Python floats, lists and index loops nearly everywhere; tensors only at the edges
# batch: 6
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    total = float(b)
    for i in range(len(x)):
        total += float(w[i]) * float(x[i])
    guess = 0
    if total > 0:
        guess = 1
    if guess == y:
        return w, b
    sign = 1 if y == 1 else -1
    new_w = [float(w[i]) + sign * lr * float(x[i]) for i in range(len(x))]
    w = torch.tensor(new_w, dtype=w.dtype, device=w.device)
    b = torch.tensor(float(b) + sign * lr, dtype=b.dtype, device=b.device)
    return w, b
# %% solution-sigmoid
import math


def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    def one(t):
        if t >= 0:
            return 1 / (1 + math.exp(-t))
        e = math.exp(t)
        return e / (1 + e)

    values = [one(t) for t in z.reshape(-1).tolist()]
    return torch.tensor(values, dtype=z.dtype, device=z.device).reshape(z.shape)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    def one(t):
        e = math.exp(-abs(t))  # the slope is even
        return e / ((1 + e) * (1 + e))

    values = [one(t) for t in z.reshape(-1).tolist()]
    return torch.tensor(values, dtype=z.dtype, device=z.device).reshape(z.shape)
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    for layer in range(len(W)):
        w, b, a = W[layer].tolist(), B[layer].tolist(), activations[layer].tolist()
        z = []
        for j in range(len(w)):
            total = b[j][0]
            for k in range(len(a)):
                total += w[j][k] * a[k][0]
            z.append([total])
        zs.append(torch.tensor(z, dtype=x.dtype, device=x.device))
        activations.append(sigmoid(zs[-1]))
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    total = 0.0
    for p, q in zip(a.flatten().tolist(), y.flatten().tolist()):
        total += (p - q) * (p - q) / 2
    return torch.tensor(total, dtype=a.dtype, device=a.device)
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.zeros_like(z2)
for j in range(3):
    out = a2[j, 0].item()
    delta2[j, 0] = (out - y[j, 0].item()) * out * (1 - out)
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = torch.zeros_like(z1)
for k in range(4):
    blame = 0.0
    for j in range(3):
        blame += W2[j, k].item() * delta2[j, 0].item()
    delta1[k, 0] = blame * sigmoid_prime(z1[k, 0]).item()
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1 = delta1.clone()
nabla_b2 = delta2.clone()
nabla_w1 = torch.zeros_like(W1)
nabla_w2 = torch.zeros_like(W2)
for j in range(4):
    for k in range(2):
        nabla_w1[j, k] = delta1[j, 0] * x[k, 0]
for j in range(3):
    for k in range(4):
        nabla_w2[j, k] = delta2[j, 0] * a1[k, 0]
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # delta: the error of the layer that you are in, (neurons, 1)
    for i in reversed(range(len(W))):
        a, slope = activations[i], sigmoid_prime(zs[i]).flatten().tolist()
        neurons, inputs = W[i].shape
        if i == len(W) - 1:
            out, wanted = activations[-1].flatten().tolist(), y.flatten().tolist()
            delta = [(out[j] - wanted[j]) * slope[j] for j in range(neurons)]
        else:
            after = W[i + 1].tolist()
            delta = [sum(after[n][j] * delta[n] for n in range(len(after))) * slope[j] for j in range(neurons)]
        came_in = a.flatten().tolist()
        for j in range(neurons):
            nabla_b[i][j, 0] = delta[j]
            for k in range(inputs):
                nabla_w[i][j, k] = delta[j] * came_in[k]
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    found = []
    for x, y in batch:
        found.append(gradient(W, B, x, y))
    new_w, new_b = [], []
    for i in range(len(W)):
        step_w, step_b = torch.zeros_like(W[i]), torch.zeros_like(B[i])
        for nabla_b, nabla_w in found:
            step_w += nabla_w[i]
            step_b += nabla_b[i]
        new_w.append(W[i] - eta * step_w / len(found))
        new_b.append(B[i] - eta * step_b / len(found))
    return new_w, new_b
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        out = net(x).flatten().tolist()
        best = 0
        for i in range(1, len(out)):
            if out[i] > out[best]:
                best = i
        if float(y[best, 0]) == 1.0:
            right += 1
    return right
