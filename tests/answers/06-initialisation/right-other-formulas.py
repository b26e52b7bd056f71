# because: equal formulas: squares against the squared line, counting with bincount, gain as a power, softmax of an expanded row
# batch: 1
# %% solution-init-loss
def init_loss(V):
    return math.log1p(V - 1)
# %% solution-sure-loss
def sure_loss(V, a):
    # Jensen's two terms: everybody pays ln(e^a + V - 1), the favourite's share gets a back
    weights = torch.full((V,), 1 / V, dtype=torch.float64)
    logits = torch.tensor([a] + [0.0] * (V - 1), dtype=torch.float64)
    return torch.logsumexp(logits, 0) - weights @ logits
# %% solution-kaiming
def kaiming(Z, gain):
    return torch.lerp(torch.zeros_like(Z), Z, gain * Z.shape[0] ** -0.5)
# %% solution-net
class _Layers:
    def __init__(self, sizes):
        self.shapes = list(zip(sizes, sizes[1:]))

    def gains(self):
        *hidden, last = self.shapes
        yield from ((shape, 5 / 3) for shape in hidden)
        yield last, 0.1


def make_net(sizes, init, generator):
    Ws = []
    for shape, gain in _Layers(sizes).gains():
        Z = torch.randn(*shape, generator=generator)
        Ws.append(init(Z, gain))
    return Ws
# %% solution-saturation
def saturation(h):
    groups = torch.bincount((h.abs() > 0.97).long().view(-1), minlength=2)
    return (groups[1] / groups.sum()).item()
# %% solution-dead
def dead(h):
    alive = (h <= 0.97) & (h >= -0.97)
    return alive.sum(0) == 0
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    step = -lr * grad
    return torch.log(step.std(correction=0) / W.std(correction=0)) / math.log(10)
