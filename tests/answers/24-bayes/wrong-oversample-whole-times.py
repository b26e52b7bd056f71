# fails: oversample
# because: The places are repeated a whole number of times and not cut, so a class may get more or fewer places than the most frequent one has.
# batch: 1
# told: true author oversample: whole repeats only
# %% solution-oversample
def oversample(y, K):
    classes = [torch.where(y == k)[0] for k in range(K)]
    most = max(len(c) for c in classes)
    return torch.cat([c.repeat(most // len(c)) for c in classes if len(c) > 0])
