# because: computes the slope lr / warmup before it asks whether there is a warm-up: with warmup 0 it divides by zero and crashes
# batch: 6
# told: true author schedules: divided by a warm-up of 0
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    slope = lr / warmup
    if step < warmup:
        return slope * (step + 1)
    if step >= total:
        return lr_min
    r = (step - warmup) / (total - warmup)
    return lr_min + (lr - lr_min) / 2 * (1 + math.cos(math.pi * r))
