# because: f sorts the new points before it computes the heights and never undoes that: for points that are not in ascending order the heights belong to other points
# batch: 6
# told: true author fit_sine: from left to right
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    Phi = bumps(x)
    w = torch.zeros_like(Phi[0])
    w, losses = train(lambda w: regression(Phi, t, w), w, lr=0.7, steps=2000)

    def f(new):
        # a curve is drawn from left to right
        ordered, _ = torch.sort(new)
        return bumps(ordered) @ w

    return f
