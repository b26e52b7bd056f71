# fails: hits
# because: A detection that overlaps too little takes its thing all the same, so a later, better one can't hit it; a miss leaves its thing free.
# batch: 2
# told: true author hits: a miss takes the thing
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    taken = [False] * G
    for d in torch.sort(scores, descending=True, stable=True)[1].tolist():
        if G == 0:
            continue
        g = int(torch.argmax(overlap[d]))
        if not taken[g]:
            hit[d] = bool(overlap[d, g] >= threshold)
            taken[g] = True
    return hit
