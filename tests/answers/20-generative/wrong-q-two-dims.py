# fails: *
# because: gives the factor exactly one more dimension, which works for points and not for pictures (B, C, H, W)
# batch: 1
# told: true author q: for points only
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    left = alpha_bar[t].unsqueeze(1)
    return left.sqrt() * x0 + (1 - left).sqrt() * eps
