# fails: q_sample
# because: The noise's factor is 1 - sqrt(alpha_bar); it is sqrt(1 - alpha_bar), so that the variance stays 1.
# batch: 2
# told: true author q: one minus the root
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    left = alpha_bar[t].view(-1, *[1] * (x0.dim() - 1))
    return left.sqrt() * x0 + (1 - left.sqrt()) * eps
