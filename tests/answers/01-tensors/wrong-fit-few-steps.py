# fails: fit_sine
# because: It takes ten steps at a small rate only, so the curve has hardly left the zero line; it needs many more.
# batch: 1
# told: true author fit_sine: hardly trained
# %% solution-fit-sine
def fit_sine(x, t):
    Phi = bumps(x)
    w, _ = train(lambda v: regression(Phi, t, v), torch.zeros(9, device=x.device), 0.05, 10)
    return lambda new: bumps(new) @ w
