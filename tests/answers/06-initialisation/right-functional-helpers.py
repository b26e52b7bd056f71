# because: torch helpers off the beaten track: logsumexp, heaviside, quantiles and einsum instead of the obvious functions.
# batch: 2
# %% solution-init-loss
def init_loss(V):
    """V, the number of tokens -> the loss (a number) of a net to which all V tokens are equally likely."""
    return torch.logsumexp(torch.zeros(V, dtype=torch.float64), 0)
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    z = torch.zeros(V, dtype=torch.float64)
    z[0] = a
    return -torch.log_softmax(z, dim=0).mean()
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    var = gain**2 / Z.size(0)
    return torch.einsum("io,->io", Z, torch.tensor(var, dtype=Z.dtype, device=Z.device).sqrt())
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    from itertools import pairwise
    L = len(sizes) - 1
    zs = [torch.randn(n, m, generator=generator) for n, m in pairwise(sizes)]
    Ws = [init(Z, 0.1 if k == L else 5 / 3) for k, Z in enumerate(zs, 1)]
    return Ws
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    return torch.where(h.abs() > 0.97, 1.0, 0.0).mean()
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    alive = h.clamp(-0.97, 0.97).eq(h).any(dim=0)
    return ~alive
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    def spread(t):
        t = t.reshape(-1)
        return (t - t.mean()).square().mean().sqrt()

    return torch.log10(spread(grad).mul(lr).div(spread(W)))
