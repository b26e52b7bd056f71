# because: linspace spaces the rates evenly themselves; they must be spaced evenly in the exponent, each the same multiple of the one before.
# fails: candidates
# batch: 1
# told: true author lr: evenly in the rate
# %% solution-lr
def candidates(lo, hi, n):
    return torch.linspace(lo, hi, n)


def lr(step, steps, base):
    return base if step < steps / 2 else base / 10
