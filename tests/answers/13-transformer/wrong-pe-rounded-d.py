# fails: pe, odd d
# because: For odd d the table is made for d + 1 and then cut, so that the rates are those of d + 1; the formula keeps the odd d.
# batch: 2
# told: true author pe: an odd d rounded up
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    even = d + d % 2
    angle = torch.arange(T)[:, None] * 10000 ** (-torch.arange(0, even, 2) / even)
    out = torch.stack([angle.sin(), angle.cos()], dim=-1).reshape(T, even)
    return out[:, :d]
