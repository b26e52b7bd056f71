# fails: pe
# because: All sines are put into the first half of the channels and all cosines into the second; they have to alternate.
# batch: 2
# told: true author pe: sines first, cosines behind
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    hands = (d + 1) // 2
    angle = torch.arange(T)[:, None] * 10000 ** (-2 * torch.arange(hands) / d)
    out[:, :hands] = angle.sin()
    out[:, hands:] = angle[:, : d - hands].cos()
    return out
