# fails: fit_sine, a faster wave
# because: It subtracts the mean height before fitting and forgets to add it again in f, so a wave with another level is drawn too high or too low.
# batch: 1
# told: true author fit_sine: the level lost
# %% solution-fit-sine
def fit_sine(x, t):
    centred = t - t.mean()
    Phi = bumps(x)
    w, _ = train(lambda v: regression(Phi, centred, v), torch.zeros(Phi.shape[1], device=x.device), 0.8, 1500)
    return lambda new: bumps(new) @ w
