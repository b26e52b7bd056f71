# fails: match
# because: An overlap of exactly the threshold counts as background (>); it must be at least the threshold.
# batch: 2
# told: true author match: exactly the threshold is background
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    for a in range(A):
        g = int(overlap[a].argmax())
        if overlap[a, g] > threshold:
            thing[a] = g
    for g in range(G):
        thing[int(overlap[:, g].argmax())] = g
    return thing
