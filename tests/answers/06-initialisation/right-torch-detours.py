# because: library detours: cross_entropy of zero logits, logaddexp, matrix product with a diagonal, quantiles and kthvalue, var_mean
# batch: 1
# %% solution-init-loss
def init_loss(V):
    return F.cross_entropy(torch.zeros(1, V, dtype=torch.float64), torch.zeros(1, dtype=torch.int64))
# %% solution-sure-loss
def sure_loss(V, a):
    z = torch.zeros(V, V, dtype=torch.float64)
    z[:, 0] = a
    return F.cross_entropy(z, torch.arange(V)).item()
# %% solution-kaiming
def kaiming(Z, gain):
    n = Z.shape[0]
    return torch.eye(n, dtype=Z.dtype, device=Z.device).mul(gain * n**-0.5) @ Z
# %% solution-net
def make_net(sizes, init, generator):
    L = len(sizes) - 1
    return [init(torch.randn(sizes[l : l + 2], generator=generator), (5 / 3, 0.1)[l + 1 == L]) for l in range(L)]
# %% solution-saturation
def saturation(h):
    return 1 - torch.le(torch.maximum(h, -h), 0.97).to(torch.float64).mean()
# %% solution-dead
def dead(h):
    return h.abs().kthvalue(1, dim=0).values > 0.97
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    vs, _ = torch.var_mean(lr * grad)
    vw, _ = torch.var_mean(W)
    return 0.5 * (vs.log10() - vw.log10())
