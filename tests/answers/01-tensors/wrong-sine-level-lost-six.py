# because: trains on the heights less their mean (to centre them) and forgets to add the mean again in f: the curve is too low or too high by the mean of t, right only for waves whose mean is about 0
# batch: 6
# told: true author fit_sine: the level lost
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    Phi = bumps(x)
    centred = t - t.mean()      # trains better around zero
    weights, _ = train(lambda w: regression(Phi, centred, w), torch.zeros(9, device=x.device), 0.8, 1500)
    return lambda new: bumps(new) @ weights
