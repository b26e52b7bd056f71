# fails: step_back: db
# because: The bias's gradient is averaged over the batch; the bias was copied to every example, so it is summed.
# batch: 1
# told: true author step_back: db averaged
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = dh * (1 - h * h)
    dx = torch.einsum("bh,dh->bd", dz, Wx)
    dh_prev = torch.einsum("bk,hk->bh", dz, Wh)
    dWx = torch.einsum("bd,bh->dh", x, dz)
    dWh = torch.einsum("bh,bk->hk", h_prev, dz)
    return dx, dh_prev, (dWx, dWh, dz.mean(0))
