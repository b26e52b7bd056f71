# fails: pe, odd d
# because: There are d // 2 hands only, so with odd d the last sine has no hand and the assignment fails; d odd needs (d + 1) // 2.
# batch: 2
# told: true author pe: a hand too few for an odd d
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    i = torch.arange(d // 2)
    angle = torch.arange(T).float()[:, None] / 10000 ** (2 * i / d)
    out[:, 0::2] = torch.sin(angle)
    out[:, 1::2] = torch.cos(angle)
    return out
