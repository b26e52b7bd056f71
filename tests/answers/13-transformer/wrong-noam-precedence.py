# fails: noam: steps; noam: the paper's
# because: d ** -1 / 2 is (1/d)/2 in Python; the root needs brackets or -0.5.
# batch: 2
# told: true author noam: half of 1 / d
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    if step == 0:
        step = 1
    return d ** -1 / 2 * min(step ** (-1 / 2), step * warmup ** (-3 / 2))
