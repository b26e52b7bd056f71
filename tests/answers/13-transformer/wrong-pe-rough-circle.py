# fails: *
# because: The angles are reduced modulo 6.28, a rounded circle, so every turn adds an error of 0.003 and later positions are off; sin and cos need no reduction (or 2 * pi in full).
# batch: 1
# told: true author pe: a rounded circle
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    steps = torch.arange(0, d, 2) / d
    angle = torch.arange(T).view(T, 1) / 10000**steps
    angle = angle % 6.28      # one turn of the clock
    out[:, 0::2] = angle.sin()
    out[:, 1::2] = angle[:, : d // 2].cos()
    return out
