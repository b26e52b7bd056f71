# because: lets each thing take the best-scored unused detection that overlaps it enough, even if that detection overlaps another thing more
# batch: 6
# told: true author hits: passed on to another thing
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    order = scores.argsort(descending=True, stable=True)
    for g in range(G):
        for d in order.tolist():
            if overlap[d, g] >= threshold and not hit[d]:
                hit[d] = True
                break  # this thing is found
    return hit
