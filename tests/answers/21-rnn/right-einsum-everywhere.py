# because: einsum for every product, time loops over unbind
# batch: 1
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    return torch.tanh(torch.einsum("bd,dh->bh", x, Wx) + torch.einsum("bk,kh->bh", h, Wh) + b)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = torch.einsum("bh,bh->bh", dh, (1 - h) * (1 + h))
    e = torch.einsum
    return e("bh,dh->bd", dz, Wx), e("bh,kh->bk", dz, Wh), (e("bd,bh->dh", x, dz), e("bk,bh->kh", h_prev, dz), e("bh->h", dz))
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    prevs = [h0, *hs.unbind(1)[:-1]]
    steps = list(zip(dhs.unbind(1), xs.unbind(1), prevs, hs.unbind(1)))
    from_right, found = torch.zeros_like(h0), []
    while steps:
        above, *rest = steps.pop()
        dx, from_right, grads = back(above + from_right, *rest)
        found.append((dx, grads))
    found.reverse()
    return torch.stack([dx for dx, _ in found], 1), from_right, tuple(sum(column) for column in zip(*(g for _, g in found)))
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    d, out = dh, torch.empty(hs.shape[1], dtype=hs.dtype, device=hs.device)
    t = hs.shape[1] - 1
    out[t] = torch.einsum("bh,bh->", d, d).sqrt()
    while t > 0:
        d = torch.einsum("bk,bk,hk->bh", d, 1 - hs[:, t].square(), Wh)
        t -= 1
        out[t] = torch.einsum("bh,bh->", d, d).sqrt()
    return out
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    H = h.shape[1]
    part = lambda k: slice(k * H, (k + 1) * H)
    e = lambda a, W, k, b: torch.einsum("bi,ih->bh", a, W[:, part(k)]) + b[part(k)]
    r = torch.sigmoid(e(x, Wx, 0, bx) + e(h, Wh, 0, bh))
    z = torch.sigmoid(e(x, Wx, 1, bx) + e(h, Wh, 1, bh))
    past = e(r * h, Wh, 2, bh) if variant == "before" else r * e(h, Wh, 2, bh)
    return torch.lerp(torch.tanh(e(x, Wx, 2, bx) + past), h, z)
# %% solution-skill
def skill(p, y, baseline):
    sq = lambda a: torch.einsum("n,n->", a, a)
    return 1 - sq(p.reshape(y.shape) - y) / sq(baseline - y)
