# because: makes the heights as a column and squeezes it: for a single point f gives the shape () instead of (1,)
# batch: 6
# told: true author fit_sine: a single point squeezed
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    Phi = bumps(x)
    start = torch.zeros(Phi.shape[1], device=x.device)
    w, _ = train(lambda v: regression(Phi, t, v), start, 0.8, 1500)
    column = w[:, None]

    def f(new):
        return (bumps(new) @ column).squeeze()

    return f
