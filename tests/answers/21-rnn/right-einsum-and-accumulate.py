# because: itertools.accumulate for the unrolling, einsum for the products, functools.reduce for the sums.
# batch: 2
# %% solution-unroll
def unroll(step, xs, h0):
    from itertools import accumulate

    states = accumulate(xs.unbind(1), lambda h, x: step(x, h), initial=h0)
    return torch.stack(list(states)[1:], dim=1)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = dh - dh * h * h
    dx = torch.einsum("bh,dh->bd", dz, Wx)
    dh_prev = torch.einsum("bh,kh->bk", dz, Wh)
    dWx = torch.einsum("bd,bh->dh", x, dz)
    dWh = torch.einsum("bk,bh->kh", h_prev, dz)
    db = torch.einsum("bh->h", dz)
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    before = [h0, *hs.unbind(1)[:-1]]
    dh0, found = torch.zeros_like(h0), []
    for x, prev, h, above in reversed(list(zip(xs.unbind(1), before, hs.unbind(1), dhs.unbind(1)))):
        dx, dh0, grads = back(dh0 + above, x, prev, h)
        found.append((dx, grads))
    dxs = torch.stack([dx for dx, _ in found][::-1], dim=1)
    total = [sum(column) for column in zip(*(grads for _, grads in found))]
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    squares = []
    for h in hs.flip(1).unbind(1):
        squares.append((dh * dh).sum())
        dh = torch.einsum("bj,ij->bi", dh * (1 - h) * (1 + h), Wh)
    return torch.stack(squares).flip(0).sqrt()
# %% solution-naive
def naive(X, ahead, season):
    return X.flip(1).select(1, season - ahead)
