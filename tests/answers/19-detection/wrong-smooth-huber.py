# fails: *
# because: wrote the Huber loss, d^2/2 and beta(|d|- beta/2), which agrees with smooth L1 for beta = 1 only
# batch: 1
# told: true author smooth: Huber's other scale
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    d = (p - t).abs()
    return torch.where(d < beta, 0.5 * d**2, beta * (d - 0.5 * beta))
