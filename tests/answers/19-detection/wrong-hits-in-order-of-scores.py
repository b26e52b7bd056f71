# fails: hits
# because: The answers come in the order of the scores; they must stand in the order in which the detections came.
# batch: 2
# told: true author hits: by falling score
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if G == 0:
        return hit
    seen = set()
    for rank, d in enumerate(torch.argsort(scores, descending=True, stable=True).tolist()):
        g = int(overlap[d].argmax())
        if overlap[d, g] >= threshold and g not in seen:
            hit[rank] = True
            seen.add(g)
    return hit
