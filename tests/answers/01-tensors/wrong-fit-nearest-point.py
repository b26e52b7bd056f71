# fails: fit_sine
# because: The student's function returns the height of the nearest measured point, so it repeats the noise by heart; a smooth model has to be fitted to all points.
# batch: 2
# told: true author fit_sine: learned by heart
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    def f(new):
        nearest = (new[:, None] - x).abs().argmin(1)
        return t[nearest]

    return f
