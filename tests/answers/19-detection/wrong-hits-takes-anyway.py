# fails: hits
# because: marks the thing as taken even if the overlap was too small; such a detection leaves its thing free
# batch: 1
# told: true author hits: a miss takes the thing
# %% solution-hits
def hits(overlap, scores, threshold):
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if G == 0:
        return hit
    taken = [False] * G
    for d in scores.argsort(descending=True, stable=True).tolist():
        g = int(overlap[d].argmax())
        if not taken[g]:
            hit[d] = overlap[d, g] >= threshold
            taken[g] = True
    return hit
