# because: of several detections of a thing, the one with the largest overlap is the hit instead of the one with the highest score
# batch: 7
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if D == 0 or G == 0:
        return hit
    value, thing = overlap.max(dim=1)
    for g in range(G):
        mine = (thing == g) & (value >= threshold)
        if mine.any():
            # the detection that finds this thing best
            hit[torch.where(mine, value, -1.0).argmax()] = True
    return hit
