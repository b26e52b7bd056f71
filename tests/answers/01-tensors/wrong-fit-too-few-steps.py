# fails: fit_sine
# because: Ten steps with a rate of 0.05 hardly move the weights away from 0, so the curve is nearly level; it has to be trained longer or faster.
# batch: 2
# told: true author fit_sine: hardly trained
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    Phi = bumps(x)
    w = torch.zeros(Phi.shape[1], device=x.device)
    w, _ = train(lambda v: regression(Phi, t, v), w, 0.05, 10)

    def f(new):
        return bumps(new) @ w

    return f
