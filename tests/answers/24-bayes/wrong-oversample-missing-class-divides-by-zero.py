# because: For a class that does not occur the number of repeats is a division by 0, and the function fails instead of giving that class no places.
# batch: 3
# %% solution-oversample
def oversample(y, K):
    places = [(y == k).nonzero().flatten() for k in range(K)]
    most = max(len(p) for p in places)
    return torch.cat([p.repeat(math.ceil(most / len(p)))[:most] for p in places])
