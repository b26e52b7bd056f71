# fails: step_decay
# because: divides without rounding down, so the rate falls at every step instead of every `every` steps
# batch: 1
# told: true author schedules: a smooth fall
# %% solution-schedules
def step_decay(step, lr, factor, every):
    return lr * factor ** (step / every)


def cosine(step, lr, lr_min, warmup, total):
    if step < warmup:
        return lr * (step + 1) / warmup
    r = min((step - warmup) / (total - warmup), 1.0)
    return lr_min + (lr - lr_min) / 2 * (1 + math.cos(math.pi * r))
