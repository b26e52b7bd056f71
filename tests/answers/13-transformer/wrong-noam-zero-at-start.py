# fails: noam: step 0
# because: At step 0 the rate is set to 0; step 0 counts as step 1 and has its rate.
# batch: 1
# told: true author noam: rate 0 at step 0
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    if step == 0:
        return 0.0
    if step < warmup:
        return step / (d**0.5 * warmup**1.5)
    return 1 / (d * step) ** 0.5
