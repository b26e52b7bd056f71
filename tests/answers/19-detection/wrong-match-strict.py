# fails: match
# because: demands more than the threshold (>) in rule 1; at least the threshold is enough
# batch: 1
# told: true author match: exactly the threshold is background
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    best, idx = overlap.max(1)
    thing[best > threshold] = idx[best > threshold]
    for g in range(G):
        thing[overlap[:, g].argmax()] = g
    return thing
