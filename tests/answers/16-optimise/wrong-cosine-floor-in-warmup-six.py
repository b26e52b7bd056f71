# because: never lets the rate be below lr_min, the warm-up included: its first steps are lifted to lr_min where lr (s+1)/w is smaller
# batch: 6
# told: true author schedules: never below lr_min
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        rate = lr * (step + 1) / warmup
    else:
        r = min(1.0, (step - warmup) / (total - warmup))
        rate = lr_min + 0.5 * (lr - lr_min) * (1.0 + math.cos(math.pi * r))
    return max(rate, lr_min)
