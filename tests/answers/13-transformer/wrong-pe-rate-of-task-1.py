# fails: pe; pe, odd d
# because: The rates of task 1 are used, which were made for d = 8; they depend on the d of the argument.
# batch: 2
# told: true author pe: the rates of task 1
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    angle = torch.arange(T)[:, None] * rate[: (d + 1) // 2]
    out[:, 0::2] = angle.sin()
    out[:, 1::2] = angle.cos()[:, : d // 2]
    return out
