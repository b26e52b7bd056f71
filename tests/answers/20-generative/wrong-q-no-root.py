# fails: q_sample
# because: forgets the root on both factors
# batch: 1
# told: true author q: without the roots
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    left = alpha_bar[t].view(-1, *[1] * (x0.dim() - 1))
    return left * x0 + (1 - left) * eps
