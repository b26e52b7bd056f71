# because: lets the cosine run over all total steps (r = s / total), so it does not begin with lr after the warm-up
# batch: 6
# told: true author schedules: the warm-up counted in
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return lr * factor ** (step // every)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step >= total:
        return lr_min
    if step < warmup:
        return lr * (step + 1) / warmup
    progress = step / total
    return lr_min + (lr - lr_min) / 2 * (1 + math.cos(math.pi * progress))
