# because: sums over the batch first and takes one outer product for dWx and dWh (product of sums instead of sum of products): right for a batch of one only
# batch: 6
# told: true author step_back: a product of sums
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    dz = dh * (1 - h * h)
    dx = dz @ Wx.T
    dh_prev = dz @ Wh.T
    # the weights and the bias are shared by the whole batch -> sum over the batch
    db = dz.sum(0)
    dWx = torch.outer(x.sum(0), db)
    dWh = torch.outer(h_prev.sum(0), db)
    return dx, dh_prev, (dWx, dWh, db)
