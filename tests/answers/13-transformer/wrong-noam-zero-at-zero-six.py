# because: step 0 gives the rate 0 instead of counting as step 1
# batch: 6
# told: true author noam: rate 0 at step 0
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    if step < warmup:
        lr = step / warmup**1.5  # straight line, starts at 0
    else:
        lr = 1 / step**0.5
    return lr / d**0.5
