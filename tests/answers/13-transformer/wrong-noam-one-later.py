# fails: noam: steps; noam: the paper's
# because: 1 is added to every step, so the whole schedule is one step early; only step 0 counts as step 1, all others stay.
# batch: 1
# told: true author noam: one step early
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    step = step + 1  # from 0 on
    return d**-0.5 * min(step**-0.5, step * warmup**-1.5)
