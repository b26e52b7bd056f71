# fails: noam: steps
# because: Every step is moved up by one to avoid step 0; only step 0 counts as 1, the others stay as they are.
# batch: 2
# told: true author noam: one step early
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    s = step + 1
    return d ** (-0.5) * min(s ** (-0.5), s * warmup ** (-1.5))
