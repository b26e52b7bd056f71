# because: all sines stand first and all cosines after them (two halves), instead of alternating in even and odd channels
# batch: 6
# told: true author pe: sines first, cosines behind
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    hands = (d + 1) // 2
    r = 10000.0 ** (-2 * torch.arange(hands) / d)
    angle = torch.arange(T)[:, None] * r[None, :]
    out = torch.cat([torch.sin(angle), torch.cos(angle)], dim=1)
    out = out[:, :d]  # odd d: the last cosine falls away
    return out
