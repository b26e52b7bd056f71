# because: a detection that overlaps too little also marks its thing as taken, so a later good one is a miss
# batch: 7
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if G == 0:
        return hit
    taken = [False] * G
    for d in torch.sort(scores, descending=True, stable=True).indices.tolist():
        g = int(overlap[d].argmax())
        hit[d] = bool(overlap[d, g] >= threshold) and not taken[g]
        taken[g] = True
    return hit
