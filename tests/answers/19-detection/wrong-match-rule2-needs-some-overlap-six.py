# because: applies rule 2 only where the best overlap is above 0: a thing that no anchor touches goes without
# batch: 6
# told: true author match: rule 2 only above 0
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    for a in range(A):
        if G > 0:
            g = overlap[a].argmax()
            if overlap[a, g] >= threshold:
                thing[a] = g
    for g in range(G):
        a = overlap[:, g].argmax()
        if overlap[a, g] > 0:
            thing[a] = g
    return thing
