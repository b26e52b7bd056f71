# because: if an anchor is the best for several things, rule 2 gives it the one with the largest overlap instead of the last
# batch: 7
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    value, index = overlap.max(1)
    thing = torch.where(value >= threshold, index, thing)
    best_value, best_anchor = overlap.max(0)
    # the strongest claim must be written last
    for g in torch.argsort(best_value, stable=True).tolist():
        thing[best_anchor[g]] = g
    return thing
