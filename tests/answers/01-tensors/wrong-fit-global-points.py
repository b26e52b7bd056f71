# fails: fit_sine, a faster wave
# because: The student trains on the notebook's wave_x and wave_t instead of the arguments, so every other wave is answered with the first one.
# batch: 2
# told: true code variable of the notebook
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    table = bumps(wave_x)
    start_w = torch.zeros(table.shape[1], device=table.device)
    w, _ = train(lambda w: regression(table, wave_t, w), start_w, 0.8, 1500)
    return lambda points: bumps(points) @ w
