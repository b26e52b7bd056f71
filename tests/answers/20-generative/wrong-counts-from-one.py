# fails: q_sample
# because: The student counts steps from 1 as in the paper and takes alpha_bar[t - 1]; here t counts from 0.
# batch: 2
# told: true author q: t off by one
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    shape = [len(t)] + [1] * (x0.dim() - 1)
    a = alpha_bar[t - 1].reshape(shape)
    return a ** 0.5 * x0 + (1 - a) ** 0.5 * eps
