# fails: hits
# because: A detection whose thing has been hit already is passed on to the best thing that is still free; it belongs to the one it overlaps most and is a miss.
# batch: 2
# told: true author hits: passed on to another thing
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    free = list(range(G))
    for d in scores.argsort(descending=True, stable=True).tolist():
        if not free:
            break
        best = max(free, key=lambda g: float(overlap[d, g]))
        if overlap[d, best] >= threshold:
            hit[d] = True
            free.remove(best)
    return hit
