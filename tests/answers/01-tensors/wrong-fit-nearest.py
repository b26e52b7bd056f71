# fails: fit_sine
# because: It answers with the height of the nearest point that it was given, noise included; that is learned by heart, not the wave.
# batch: 1
# told: true author fit_sine: learned by heart
# %% solution-fit-sine
def fit_sine(x, t):
    def f(new):
        nearest = (new[:, None] - x[None, :]).abs().argmin(1)
        return t[nearest]
    return f
