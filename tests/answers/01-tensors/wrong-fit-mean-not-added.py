# fails: fit_sine, a faster wave
# because: The student subtracts the mean of the heights before the fit and forgets to add it again in f, so the curve lies too high or too low.
# batch: 2
# told: true author fit_sine: the level lost
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    level = t.mean()
    Phi = bumps(x)
    centred = t - level
    w, _ = train(lambda v: regression(Phi, centred, v), torch.zeros_like(Phi[0]), 0.8, 1500)
    return lambda new: bumps(new) @ w
