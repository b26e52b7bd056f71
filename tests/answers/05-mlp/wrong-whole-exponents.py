# because: The exponents of lo and hi are cut to whole numbers with int, so that for 0.001 to 3 the sweep ends at 1; log10 must be used as it is.
# batch: 1
# told: true author lr: whole exponents
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    a = int(math.log10(lo))
    b = int(math.log10(hi))
    return 10 ** torch.linspace(a, b, n)


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    half = steps / 2
    if step >= half:
        return base / 10
    else:
        return base
