# because: every channel gets its own rate 10000^(-c/d), so the cosine of a hand turns with a different rate than its sine (exponent (2i+1)/d)
# batch: 6
# told: true author pe: another rate for the cosine
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    channel = torch.arange(d, dtype=torch.float)
    position = torch.arange(T, dtype=torch.float).unsqueeze(1)
    angle = position / torch.pow(10000, channel / d)
    out[:, 0::2] = torch.sin(angle[:, 0::2])
    out[:, 1::2] = torch.cos(angle[:, 1::2])
    return out
