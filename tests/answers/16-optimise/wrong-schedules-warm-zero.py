# fails: cosine
# because: begins the warm-up at 0 (s/w instead of (s+1)/w); at step 0 the rate is lr/w already
# batch: 1
# told: true author schedules: a step of nothing
# %% solution-schedules
def step_decay(step, lr, factor, every):
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    if step < warmup:
        return lr * step / warmup
    if step >= total:
        return lr_min
    t = (step - warmup) / (total - warmup)
    return lr_min + (lr - lr_min) / 2 * (1 + math.cos(math.pi * t))
