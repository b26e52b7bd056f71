# fails: gru_step, before
# because: The argument variant is never looked at: it always computes "after".
# batch: 1
# told: true author gru_step: always after
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant="after"):
    H = h.shape[1]
    xr, xz, xn = torch.chunk(x @ Wx + bx, 3, dim=1)
    hr, hz, hn = torch.chunk(h @ Wh + bh, 3, dim=1)
    r, z = (xr + hr).sigmoid(), (xz + hz).sigmoid()
    n = (xn + r * hn).tanh()
    return n + z * (h - n)
