# because: returns the hits in the order of the scores, not in the order in which the detections came
# batch: 7
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if D == 0 or G == 0:
        return hit
    overlap = overlap[scores.argsort(descending=True, stable=True)]
    most, thing = overlap.max(dim=1)
    used = set()
    for k in range(D):
        g = thing[k].item()
        if most[k] >= threshold and g not in used:
            hit[k] = True
            used.add(g)
    return hit
