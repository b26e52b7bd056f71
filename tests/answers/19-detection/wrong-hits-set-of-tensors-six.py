# because: keeps the things that were hit as tensors in a set, where "in" compares identity: no thing ever counts as hit already, and every second detection is a hit
# batch: 6
# told: true author hits: doubles count
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if G == 0:
        return hit
    done = set()
    for d in torch.argsort(scores, descending=True, stable=True):
        thing = overlap[d].argmax()
        if overlap[d, thing] >= threshold and thing not in done:
            hit[d] = True
            done.add(thing)
    return hit
