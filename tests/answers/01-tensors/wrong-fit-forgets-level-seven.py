# because: subtracts the mean of the targets before training and never adds it again in f
# batch: 7
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    Phi = bumps(x)
    centred = t - t.mean()  # easier to learn
    zeros = torch.zeros(9, device=x.device)
    w, _ = train(lambda v: regression(Phi, centred, v), zeros, lr=0.7, steps=2000)
    return lambda new: bumps(new) @ w
