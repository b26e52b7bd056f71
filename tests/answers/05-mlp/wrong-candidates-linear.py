# fails: candidates
# because: The candidates are evenly spaced themselves; they are to be spaced evenly in the exponent.
# batch: 2
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    return torch.linspace(lo, hi, n)


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    return base if step < steps / 2 else base / 10
