# fails: *
# because: divides by warmup at every step, which fails for a warm-up of 0; that is allowed
# batch: 1
# told: true author schedules: a quotient by a warm-up of 0
# %% solution-schedules
def step_decay(step, lr, factor, every):
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    rise = (step + 1) / warmup
    if rise <= 1:
        return lr * rise
    r = min(1, (step - warmup) / (total - warmup))
    return lr_min + (lr - lr_min) * (1 + math.cos(math.pi * r)) / 2
