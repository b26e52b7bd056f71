# fails: cosine
# because: has no case for steps after total, so the cosine rises again; from total on the rate stays lr_min
# batch: 1
# told: true author schedules: it rises again
# %% solution-schedules
def step_decay(step, lr, factor, every):
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    if step < warmup:
        return lr * (step + 1) / warmup
    r = (step - warmup) / (total - warmup)
    return lr_min + 0.5 * (lr - lr_min) * (1 + math.cos(math.pi * r))
