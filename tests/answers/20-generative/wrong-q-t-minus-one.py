# fails: q_sample
# because: counts the steps from 1 as in the paper and takes alpha_bar[t - 1]; here t = 0 is the first step
# batch: 1
# told: true author q: t off by one
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    ab = alpha_bar[t - 1]
    ab = ab.reshape([len(t)] + [1] * (x0.ndim - 1))
    return torch.sqrt(ab) * x0 + torch.sqrt(1 - ab) * eps
