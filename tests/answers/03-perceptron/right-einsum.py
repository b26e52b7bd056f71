# because: Nearly everything by einsum, addmm and torch.outer; the perceptron's guess by heaviside, the sigmoid through tanh.
# batch: 1
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    z = torch.einsum("i,i->", w, x) + b
    guess = torch.heaviside(z, torch.zeros_like(z))
    step = lr * (y - guess)
    return torch.addcmul(w, step, x), b + step
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.tanh(z / 2).add(1).mul(0.5)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return my_sigmoid(z) * my_sigmoid(-z)
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    for w, b in zip(W, B):
        zs += [torch.einsum("jk,ko->jo", w, activations[-1]) + b]
        activations += [sigmoid(zs[-1])]
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return 0.5 * torch.einsum("ij,ij->", a - y, a - y)
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.einsum("jo,jo->jo", a2 - y, sigmoid_prime(z2))
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = torch.einsum("jk,jo,ko->ko", W2, delta2, sigmoid_prime(z1))
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1, nabla_b2 = delta1.clone(), delta2.clone()
nabla_w1 = torch.einsum("jo,ko->jk", delta1, x)
nabla_w2 = torch.outer(delta2.flatten(), a1.flatten())
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    blame = activations[-1] - y  # dC/da of the layer that you are in
    nabla_b, nabla_w = [], []
    for w, z, a_in in zip(W[::-1], zs[::-1], activations[-2::-1]):
        delta = blame * sigmoid_prime(z)
        nabla_b.insert(0, delta)
        nabla_w.insert(0, torch.einsum("jo,ko->jk", delta, a_in))
        blame = torch.einsum("jk,jo->ko", w, delta)
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    found = [gradient(W, B, x, y) for x, y in batch]
    mean_b = [torch.stack(many).mean(0) for many in zip(*(nb for nb, _ in found))]
    mean_w = [torch.stack(many).mean(0) for many in zip(*(nw for _, nw in found))]
    return [w - eta * g for w, g in zip(W, mean_w)], [b - eta * g for b, g in zip(B, mean_b)]
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    return [int(net(x).argmax()) - int(y.argmax()) for x, y in data].count(0)
