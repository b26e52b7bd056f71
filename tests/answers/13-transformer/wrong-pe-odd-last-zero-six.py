# because: for odd d only d//2 hands are computed, and the last (unpaired) sine channel is left at 0
# batch: 6
# told: true author pe: the last sine missing
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    n = d // 2
    for i in range(n):
        w = 1 / 10000 ** (2 * i / d)
        angle = torch.arange(T) * w
        out[:, 2 * i] = torch.sin(angle)
        out[:, 2 * i + 1] = torch.cos(angle)
    return out
