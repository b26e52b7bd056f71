# because: the table is made for at most 100 positions and cut to T, so for T > 100 there are too few rows
# batch: 6
# told: true author pe: at most 100 positions
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    max_len = 100  # longer sentences do not occur
    out = torch.zeros(max_len, d)
    position = torch.arange(0, max_len, dtype=torch.float32)[:, None]
    div = 10000 ** (torch.arange(0, d, 2, dtype=torch.float32) / d)
    out[:, 0::2] = torch.sin(position / div)
    out[:, 1::2] = torch.cos(position / div[: d // 2])
    out = out[:T]
    return out
