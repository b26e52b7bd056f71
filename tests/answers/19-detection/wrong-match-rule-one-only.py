# fails: match
# because: Rule 2 is left out, so a thing that overlaps no anchor enough is given to nobody.
# batch: 2
# told: true author match: rule 2 forgotten
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G:
        best, which = overlap.max(1)
        thing = torch.where(best >= threshold, which, thing)
    return thing
