# because: a second detection of a thing is passed on to the best thing that is still free
# batch: 7
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if G == 0:
        return hit
    free = torch.ones(G, dtype=torch.bool, device=overlap.device)
    for d in torch.argsort(scores, descending=True, stable=True):
        row = overlap[d].masked_fill(~free, -1.0)
        g = row.argmax()
        if row[g] >= threshold:
            hit[d] = True
            free[g] = False
    return hit
