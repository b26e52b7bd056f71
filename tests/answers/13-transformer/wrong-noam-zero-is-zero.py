# fails: noam: step 0
# because: Step 0 gives the rate 0; it has to count as step 1.
# batch: 2
# told: true author noam: rate 0 at step 0
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    if step < warmup:
        return step / (d**0.5 * warmup**1.5)
    return 1 / (d * step) ** 0.5
