# because: The losses come from F.cross_entropy on tables of logits; kaiming by matrix product; masks by counting.
# batch: 2
# %% solution-init-loss
def init_loss(V):
    """V, the number of tokens -> the loss (a number) of a net to which all V tokens are equally likely."""
    return F.cross_entropy(torch.zeros(1, V, dtype=torch.float64), torch.tensor([0])).item()
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    logits = torch.zeros(V, V, dtype=torch.float64)
    logits[:, V // 2] = a
    return F.cross_entropy(logits, torch.arange(V)).item()
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    n = Z.shape[0]
    scale = torch.full((n,), gain / math.sqrt(n), dtype=Z.dtype, device=Z.device)
    return torch.diag(scale) @ Z
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    shapes = list(zip(sizes, sizes[1:]))
    while shapes:
        shape = shapes.pop(0)
        Ws += [init(torch.randn(shape, generator=generator), (5 / 3) if shapes else 0.1)]
    return Ws
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    return torch.count_nonzero((h > 0.97) | (h < -0.97)).item() / (h.shape[0] * h.shape[1])
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    return torch.logical_or(h > 0.97, h < -0.97).sum(dim=0).eq(len(h))
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    return float(torch.std_mean(grad * lr)[0].log10() - torch.std_mean(W)[0].log10())
