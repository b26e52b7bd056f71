# fails: step_decay
# because: The exponent step / every is not rounded down, so the rate falls at every step instead of in stairs.
# batch: 2
# told: true author schedules: a smooth fall
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return lr * factor ** (step / every)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        return lr * (step + 1) / warmup
    if step >= total:
        return lr_min
    r = (step - warmup) / (total - warmup)
    return lr_min + (lr - lr_min) / 2 * (1 + math.cos(math.pi * r))
