# because: marks the thing as taken before it looks at the threshold: a detection that overlaps too little blocks its thing for later ones
# batch: 6
# told: true author hits: a miss takes the thing
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if D == 0 or G == 0:
        return hit
    order = torch.sort(scores, descending=True, stable=True).indices
    belongs = overlap.argmax(1)[order]
    enough = (overlap.amax(1) >= threshold)[order]
    # the first detection of each thing, in the order of the scores
    nth = F.one_hot(belongs, G).cumsum(0).gather(1, belongs[:, None])[:, 0]
    hit[order] = enough & (nth == 1)
    return hit
