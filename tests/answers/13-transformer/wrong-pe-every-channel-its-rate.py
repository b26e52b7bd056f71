# fails: pe; pe, odd d
# because: The exponent is the channel's own number divided by d, so a cosine turns at another rate than its sine; both coordinates of a hand share the rate with 2i, the number of its first channel.
# batch: 1
# told: true author pe: another rate for the cosine
# %% solution-pe
import math


def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    for t in range(T):
        for c in range(d):
            a = t / 10000 ** (c / d)
            out[t, c] = math.cos(a) if c % 2 else math.sin(a)
    return out
