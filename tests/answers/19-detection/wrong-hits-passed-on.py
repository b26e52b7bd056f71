# fails: hits
# because: passes a second detection on to the best thing that is still free; it belongs to the one that it overlaps most
# batch: 1
# told: true author hits: passed on to another thing
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    free = set(range(G))
    for d in torch.argsort(scores, descending=True, stable=True).tolist():
        if not free:
            break
        g = max(sorted(free), key=lambda j: float(overlap[d, j]))
        if overlap[d, g] >= threshold:
            hit[d] = True
            free.discard(g)
    return hit
