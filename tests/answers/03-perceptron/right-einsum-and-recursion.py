# because: einsum for every product, the forward pass by recursion, sums by functools.reduce
# batch: 0
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    guess = torch.heaviside(torch.einsum("d,d->", w, x) + b, torch.zeros((), dtype=w.dtype, device=w.device))
    return torch.add(w, x, alpha=lr * float(y - guess)), b + lr * (y - guess)
# %% solution-sigmoid
def my_sigmoid(z):
    return (1 + torch.tanh(z / 2)) / 2


def my_sigmoid_prime(z):
    return my_sigmoid(z) * my_sigmoid(-z)
# %% solution-forward
def forward(W, B, x):
    if not W:
        return [], [x]
    z = torch.einsum("jk,ki->ji", W[0], x) + B[0]
    zs, activations = forward(W[1:], B[1:], torch.sigmoid(z))
    return [z, *zs], [x, *activations]
# %% solution-cost
def cost(a, y):
    return torch.einsum("ji,ji->", a - y, a - y).div(2)
# %% solution-gradients
nabla_b1, nabla_b2 = delta1, delta2
nabla_w1 = torch.einsum("ji,ki->jk", delta1, x)
nabla_w2 = torch.einsum("ji,ki->jk", delta2, a1)
# %% solution-mini-batch
from functools import reduce


def update_mini_batch(W, B, batch, eta, gradient):
    def add(total, more):
        return [[t + m for t, m in zip(*two)] for two in zip(total, more)]

    sum_b, sum_w = reduce(add, (gradient(W, B, x, y) for x, y in batch))
    step = eta / len(batch)
    return [w.sub(g, alpha=step) for w, g in zip(W, sum_w)], [b.sub(g, alpha=step) for b, g in zip(B, sum_b)]
# %% solution-evaluate
def evaluate(net, data):
    return len([1 for x, y in data if y.flatten()[net(x).flatten().max(0).indices] == 1])
