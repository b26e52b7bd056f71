# fails: pe, odd d
# because: An odd d is rounded up to the next even number and used in the rates too; the formula keeps the odd d itself, only the last cosine is missing.
# batch: 1
# told: true author pe: an odd d rounded up
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    even = d + d % 2
    out = torch.zeros(T, even)
    pos = torch.arange(T).float().unsqueeze(1)
    freq = torch.pow(10000.0, -torch.arange(0, even, 2).float() / even)
    out[:, 0::2] = torch.sin(pos * freq)
    out[:, 1::2] = torch.cos(pos * freq)
    out = out[:, :d]
    return out
