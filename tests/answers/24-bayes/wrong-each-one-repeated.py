# fails: oversample
# because: Each place is repeated several times in a row (1 1 1 4 4); the class's places are gone through in order and begun again (1 4 1 4 1).
# batch: 2
# told: true author oversample: each example repeated in a row
# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    most = int(torch.bincount(y, minlength=K).max())
    parts = []
    for k in range(K):
        places = (y == k).nonzero().flatten()
        if len(places) == 0:
            continue
        times = -(-most // len(places))
        parts.append(places.repeat_interleave(times)[:most])
    return torch.cat(parts)
