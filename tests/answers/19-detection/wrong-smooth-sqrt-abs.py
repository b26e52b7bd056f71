# fails: *
# because: computes|d|as the root of d^2, whose gradient is nan where d = 0
# batch: 1
# told: true author smooth: a root at 0
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    d = ((p - t) ** 2).sqrt()
    return torch.where(d < beta, d**2 / (2 * beta), d - beta / 2)
