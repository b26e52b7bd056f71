# because: Closed formulas and order statistics: ln V, log-sum-exp minus a/V, the minimum of |h| for dead neurons, logs of variances for the ratio.
# batch: 2
# %% solution-init-loss
def init_loss(V):
    """V, the number of tokens -> the loss (a number) of a net to which all V tokens are equally likely."""
    return math.log(V)
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    return math.log(math.exp(a) + V - 1) - a / V
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    return torch.mul(Z, gain).div(len(Z) ** 0.5)
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    gains = [5 / 3 for _ in sizes[2:]] + [0.1]
    for l, gain in enumerate(gains):
        Ws.append(init(torch.randn(*sizes[l : l + 2], generator=generator), gain))
    return Ws
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    return 1 - (h.abs() <= 0.97).double().mean().item()
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    return h.abs().amin(dim=0).gt(0.97)
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    return math.log10(lr) + 0.5 * (torch.log10(torch.var(grad)) - torch.log10(torch.var(W))).item()
