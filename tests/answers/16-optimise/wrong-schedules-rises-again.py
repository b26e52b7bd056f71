# fails: cosine
# because: After `total` the cosine goes on and the rate rises again; from there on it is lr_min.
# batch: 2
# told: true author schedules: it rises again
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        return lr * (step + 1) / warmup
    progress = (step - warmup) / (total - warmup)
    return lr_min + 0.5 * (lr - lr_min) * (1 + math.cos(math.pi * progress))
