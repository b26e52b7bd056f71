# fails: pe; pe, odd d
# because: The hands are the global rate of task 1, made for d = 8; with another d the rates are others and must be computed from the argument.
# batch: 1
# told: true author pe: the rates of task 1
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    hands = (d + 1) // 2
    angle = torch.arange(T)[:, None] * rate[:hands]
    out[:, 0::2] = torch.sin(angle)
    out[:, 1::2] = torch.cos(angle[:, : d // 2])
    return out
