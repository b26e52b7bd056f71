# because: Backpropagation as a recursion that runs forward on the way in and back on the way out; forward by itertools.accumulate; in-place step of the mini-batch.
# batch: 1
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    # the bias as one more weight, with the input 1
    weights = torch.cat([w, b.reshape(1)])
    inputs = torch.cat([x, x.new_ones(1)])
    guess = torch.where((weights * inputs).sum() > 0, 1.0, 0.0)
    weights = weights + lr * (y - guess) * inputs
    return weights[:-1], weights[-1]
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.exp(-torch.logaddexp(torch.zeros_like(z), -z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    t = torch.tanh(0.5 * z)
    return (1 - t.square()) / 4
# %% solution-forward
from itertools import accumulate


def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    def layer(state, weights):
        z = torch.addmm(weights[1], weights[0], state[1])
        return z, sigmoid(z)

    states = list(accumulate(zip(W, B), layer, initial=(None, x)))
    zs = [z for z, _ in states[1:]]
    activations = [a for _, a in states]
    return zs, activations
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return torch.nn.functional.mse_loss(a, y, reduction="sum") / 2
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.diag(sigmoid_prime(z2).flatten()) @ (a2 - y)
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = (delta2.T @ W2 * sigmoid_prime(z1).T).T
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1, nabla_b2 = delta1, delta2
nabla_w1 = torch.kron(delta1, x.T)
nabla_w2 = (a1 @ delta2.T).T
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """

    def descend(i, a):
        """From the input a of layer i on -> nabla_b, nabla_w of layers i, i + 1, ..., and dC/da."""
        if i == len(W):
            return [], [], a - y
        z = W[i] @ a + B[i]
        later_b, later_w, blame = descend(i + 1, sigmoid(z))
        delta = blame * sigmoid_prime(z)
        return [delta] + later_b, [delta @ a.T] + later_w, W[i].T @ delta

    nabla_b, nabla_w, _ = descend(0, x)
    return nabla_b, nabla_w
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    mean = [torch.zeros_like(p) for p in B + W]
    for seen, (x, y) in enumerate(batch, 1):
        nb, nw = gradient(W, B, x, y)
        mean = [m + (g - m) / seen for m, g in zip(mean, list(nb) + list(nw))]  # running mean
    for p, m in zip(B + W, mean):
        p -= eta * m
    return W, B
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    # the place of the answer, picked out of the one-hot column
    return sum(int(y[net(x).argmax(), 0].item() == 1) for x, y in data)
