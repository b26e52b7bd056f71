# because: counts the steps from 1 in step_decay, (s + 1) // every, so each drop comes one step too early
# batch: 6
# told: true author schedules: jumps a step early
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    drops = (step + 1) // every   # steps made so far
    for _ in range(drops):
        lr = lr * factor
    return lr


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        return lr * (step + 1) / warmup
    elif step < total:
        r = (step - warmup) / (total - warmup)
        return lr_min + (lr - lr_min) / 2 * (1 + math.cos(math.pi * r))
    else:
        return lr_min
