# fails: gru_step, after; gru_step, before
# because: z is taken as the share of the new (as makemore does); here z is how much of the old stays.
# batch: 1
# told: true author gru_step: z the other way round
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    H = h.shape[1]
    a, c = x @ Wx + bx, h @ Wh + bh
    r = torch.sigmoid(a[:, :H] + c[:, :H])
    z = torch.sigmoid(a[:, H:2 * H] + c[:, H:2 * H])
    if variant == "after":
        n = torch.tanh(a[:, 2 * H:] + r * c[:, 2 * H:])
    else:
        n = torch.tanh(a[:, 2 * H:] + (r * h) @ Wh[:, 2 * H:] + bh[2 * H:])
    return (1 - z) * h + z * n
