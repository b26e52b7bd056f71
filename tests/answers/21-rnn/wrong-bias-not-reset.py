# fails: gru_step, after
# because: In "after" the bias bh is added outside of the reset; r multiplies the product and its bias.
# batch: 2
# told: true author gru_step: the bias outside the reset
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    H = h.shape[1]
    ax, ah = x @ Wx + bx, h @ Wh
    r = torch.sigmoid(ax[:, :H] + ah[:, :H] + bh[:H])
    z = torch.sigmoid(ax[:, H:2 * H] + ah[:, H:2 * H] + bh[H:2 * H])
    if variant == "after":
        past = r * ah[:, 2 * H:] + bh[2 * H:]
    else:
        past = (r * h) @ Wh[:, 2 * H:] + bh[2 * H:]
    n = torch.tanh(ax[:, 2 * H:] + past)
    return z * h + (1 - z) * n
