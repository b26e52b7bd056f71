# because: applies rule 2 only to things that no anchor took by rule 1, not to every thing
# batch: 6
# told: true author match: rule 2 for things that are left over
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    best, which = overlap.max(1).values, overlap.argmax(1)
    thing[best >= threshold] = which[best >= threshold]
    best_anchor = overlap.argmax(0)
    found = set(thing.tolist())
    for g in range(G):
        if g not in found:  # no thing goes without
            thing[best_anchor[g]] = g
    return thing
