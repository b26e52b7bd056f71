# fails: pe; pe, odd d
# because: All sines stand in the first half and all cosines in the second; the two of one hand must stand side by side, sines in the even and cosines in the odd channels.
# batch: 1
# told: true author pe: sines first, cosines behind
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    hands = (d + 1) // 2
    angle = torch.arange(T)[:, None] * 10000.0 ** (-2 * torch.arange(hands) / d)
    out[:, :hands] = angle.sin()
    out[:, hands:] = angle.cos()[:, : d // 2]
    return out
