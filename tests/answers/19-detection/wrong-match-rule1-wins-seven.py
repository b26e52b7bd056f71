# because: applies rule 1 after rule 2, so that rule 1 overrules rule 2 at every anchor that overlaps some thing enough
# batch: 7
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    best, which = overlap.max(dim=1)
    # rule 2
    for g in range(G):
        thing[overlap[:, g].argmax()] = g
    # rule 1
    enough = best >= threshold
    thing[enough] = which[enough]
    return thing
