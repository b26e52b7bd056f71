# fails: grad_norms, plain
# because: forgets the 1/2 in the loss, so all norms are twice as large
# batch: 1
# told: true author norms: the half forgotten
# %% solution-norms
def grad_norms(x, weights, skip):
    ws = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in ws:
        a = torch.tanh(h @ w)
        h = h + a if skip else a
    grads = torch.autograd.grad((h**2).sum(), ws)
    return torch.stack([g.norm() for g in grads])
