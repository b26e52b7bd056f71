# because: gradients by torch's autograd, a class as the fitted function, recursion for the loop of training
# batch: 1
# %% solution-regression
def regression(Phi, t, w):
    v = w.detach().clone().requires_grad_()
    loss = F.mse_loss(Phi @ v, t)
    (grad,) = torch.autograd.grad(loss, v)
    return loss.detach(), grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    for k in range(steps):
        answer = loss_and_grad(w)
        losses.insert(k, float(answer[0]))
        w = w.sub(answer[1].mul(lr))
    return w, losses
# %% solution-fit-sine
class Wave:
    def __init__(self, x, t):
        Phi = bumps(x)
        self.w = torch.zeros(9, device=x.device)
        for _ in range(2000):
            self.w = self.w - 0.8 * 2 / len(t) * (Phi.T @ (Phi @ self.w - t))

    def __call__(self, new):
        return bumps(new) @ self.w


def fit_sine(x, t):
    return Wave(x, t)
# %% solution-classification
def classification(Phi, y, W):
    V = W.detach().clone().requires_grad_()
    loss = F.cross_entropy(Phi @ V, y)
    loss.backward()
    return loss.detach(), V.grad
