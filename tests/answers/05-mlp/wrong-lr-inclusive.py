# fails: lr
# because: The drop comes one step too late: at step = steps/2 the rate is base/10 already.
# batch: 2
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    return 10 ** torch.linspace(math.log10(lo), math.log10(hi), n)


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    if step <= steps / 2:
        return base
    else:
        return base * 0.1
