# because: recursion over the parts of a layer, split for teacher forcing
# batch: 2
# %% solution-forcing
def teacher_forcing(tgt):
    T = tgt.size(1) - 1
    inp, _ = tgt.split([T, 1], dim=1)
    _, lab = tgt.split([1, T], dim=1)
    return inp, lab
# %% solution-decoder
def add_norm(x, fx):
    z = x.add(fx)
    d = z.shape[-1]
    z = z - z.sum(-1, keepdim=True) / d
    return z / (z.norm(dim=-1, keepdim=True) ** 2 / d + 1e-5) ** 0.5


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    def go(h, parts_left):
        return go(add_norm(h, parts_left[0](h)), parts_left[1:]) if parts_left else h

    return go(y, (lambda h: self_attend(h, h, y_mask), lambda h: cross_attend(h, memory, memory_mask), ffn))
# %% solution-smooth
def label_smooth(y, K, eps):
    k = torch.arange(K, device=y.device)
    return torch.where(y[..., None] == k, 1.0 - eps, eps / (K - 1)).float()
# %% solution-pe
def pe(T, d):
    channel = torch.arange(d)
    even = channel - channel % 2
    angle = torch.arange(T).unsqueeze(1) * torch.pow(10000.0, -even / d)
    return torch.where(channel % 2 == 0, angle.sin(), angle.cos())
