# because: 1 is added to every step so that 0 counts as 1, which shifts the whole schedule by one step
# batch: 6
# told: true author noam: one step early
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    step = step + 1  # schedulers begin with 0
    return d**-0.5 * min(step**-0.5, step * warmup**-1.5)
