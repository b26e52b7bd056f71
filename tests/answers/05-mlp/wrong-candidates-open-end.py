# fails: candidates
# because: The exponent goes in n steps instead of n - 1, so the last candidate hi is not reached.
# batch: 2
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    ratio = (hi / lo) ** (1 / n)
    return torch.tensor([lo * ratio**i for i in range(n)])


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    if step < steps / 2:
        return base
    return base / 10
