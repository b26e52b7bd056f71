# fails: cosine
# because: The warm-up begins with a rate of 0 at step 0; it rises from lr/w at step 0 to lr at step w - 1, so the numerator is s + 1.
# batch: 2
# told: true author schedules: a step of nothing
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    rate = lr
    for _ in range(step // every):
        rate *= factor
    return rate


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        return lr * step / warmup
    elif step < total:
        r = (step - warmup) / (total - warmup)
        return lr_min + (lr - lr_min) * (1 + math.cos(math.pi * r)) / 2
    else:
        return lr_min
