# because: The half is taken with // and so rounded down: with an odd number of steps the middle one (3 of 7, 3 < 3.5) already gets the small rate; compare with steps / 2.
# batch: 1
# told: true author lr: half rounded down
# %% solution-lr
def candidates(lo, hi, n):
    return torch.logspace(math.log10(lo), math.log10(hi), n)


def lr(step, steps, base):
    return base if step < steps // 2 else base / 10
