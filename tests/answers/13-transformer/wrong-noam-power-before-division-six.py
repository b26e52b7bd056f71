# because: warmup**-3/2 is (warmup**-3)/2 in Python, not warmup to the power of -3/2, so the warm-up branch is far too small
# batch: 6
# told: true author noam: half of warmup to the -3
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    if step == 0:
        step = 1
    a = 1 / step**0.5
    b = step * warmup**-3/2
    return min(a, b) / d**0.5
