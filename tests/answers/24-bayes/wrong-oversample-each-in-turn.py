# fails: oversample
# because: Each place is repeated in a row (1 1 4 4 ..); the places should be run through and begun again from the start (1 4 1 4 ..).
# batch: 1
# told: true author oversample: each example repeated in a row
# %% solution-oversample
def oversample(y, K):
    most = int(torch.bincount(y, minlength=K).max())
    out = []
    for k in range(K):
        places = (y == k).nonzero()[:, 0]
        if len(places):
            times = -(-most // len(places))
            out.append(places.repeat_interleave(times)[:most])
    return torch.cat(out)
