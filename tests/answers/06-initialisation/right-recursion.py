# because: recursion and pure Python numbers, no tensor reductions at all
# batch: 1
# %% solution-init-loss
def init_loss(V):
    return -math.log(1.0) + sum(math.log((k + 1) / k) for k in range(1, V))
# %% solution-sure-loss
def sure_loss(V, a):
    return math.log(math.exp(a) + (V - 1)) - a / V
# %% solution-kaiming
def kaiming(Z, gain):
    c = gain / math.sqrt(len(Z))
    return torch.stack([c * line for line in Z])
# %% solution-net
def make_net(sizes, init, generator):
    first, second, *rest = sizes
    W = init(torch.randn(first, second, generator=generator), 5 / 3 if rest else 0.1)
    return [W] + (make_net([second, *rest], init, generator) if rest else [])
# %% solution-saturation
def saturation(h):
    flat = h.double().flatten().tolist()
    line = torch.tensor(0.97, dtype=h.dtype).double().item()
    return sum(not -line <= v <= line for v in flat) / len(flat)
# %% solution-dead
def dead(h):
    if len(h) == 1:
        return h[0].abs() > 0.97
    half = len(h) // 2
    return dead(h[:half]) & dead(h[half:])
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    def spread(t):
        values = t.double().flatten().tolist()
        m = math.fsum(values) / len(values)
        return math.sqrt(math.fsum((v - m) ** 2 for v in values))

    return math.log10(lr) + math.log10(spread(grad)) - math.log10(spread(W))
