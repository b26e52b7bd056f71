# because: Class 0 is taken to be the most frequent one, so every class gets as many places as class 0 has.
# batch: 3
# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    most = int((y == 0).sum())
    parts = []
    for k in range(K):
        places = torch.where(y == k)[0]
        if len(places) > 0:
            times = -(-most // len(places))
            parts.append(places.repeat(times)[:most])
    return torch.cat(parts)
