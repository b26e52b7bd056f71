# fails: pe; pe, odd d
# because: The positions are counted from 1, so row 0 is not 0, 1, 0, 1; they count from 0.
# batch: 2
# told: true author pe: positions from 1
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    for t in range(T):
        for c in range(d):
            a = torch.tensor((t + 1) / 10000 ** ((c - c % 2) / d))
            out[t, c] = torch.cos(a) if c % 2 else torch.sin(a)
    return out
