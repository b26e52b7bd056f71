# fails: *
# because: steps // 2 rounds down, so with an odd number of steps the drop comes one step too early; compare with steps / 2.
# batch: 2
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    return torch.logspace(math.log10(lo), math.log10(hi), n)


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    half = steps // 2
    return base if step < half else base / 10
