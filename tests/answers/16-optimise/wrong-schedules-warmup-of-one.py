# fails: cosine, a warm-up of one step
# because: interpolates the warm-up between its two ends, and divides by w - 1, which is 0 for one step
# batch: 4
# told: true author schedules: divided by the steps between
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        return lr / warmup + (lr - lr / warmup) * step / (warmup - 1)
    r = min(1, (step - warmup) / (total - warmup))
    return lr_min + (lr - lr_min) / 2 * (1 + math.cos(math.pi * r))
