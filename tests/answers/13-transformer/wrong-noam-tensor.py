# fails: noam: steps; noam: the paper's; noam: step 0
# because: The result is a torch tensor; a plain Python number is asked for (float(...) or .item()).
# batch: 1
# told: true author noam: a tensor
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    s = torch.tensor(float(max(step, 1)))
    return torch.minimum(s**-0.5, s * warmup**-1.5) / d**0.5
