# because: trains on the notebook's wave_x and wave_t instead of its arguments, so it fits only the first wave
# batch: 7
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    Phi = bumps(wave_x)
    w0 = torch.zeros(Phi.shape[1], device=Phi.device)
    w, losses = train(lambda w: regression(Phi, wave_t, w), w0, 0.8, 1500)

    def f(new):
        return bumps(new) @ w

    return f
