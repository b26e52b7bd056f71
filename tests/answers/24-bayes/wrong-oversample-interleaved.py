# because: repeats each place several times in a row (0 0 0 1 1) instead of the class's whole row from the start
# batch: 5
# told: true author oversample: each example repeated in a row
# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    most = int(torch.bincount(y, minlength=K).max())
    out = []
    for k in range(K):
        at = torch.where(y == k)[0]
        if len(at) == 0:
            continue
        times = -(-most // len(at))  # rounded up
        out.append(at.repeat_interleave(times)[:most])
    return torch.cat(out)
