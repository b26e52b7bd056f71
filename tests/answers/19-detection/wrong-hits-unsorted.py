# fails: hits
# because: goes through the detections in the order of the list instead of by falling score
# batch: 1
# told: true author hits: in the given order
# %% solution-hits
def hits(overlap, scores, threshold):
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    seen = []
    for d in range(D):
        if G > 0:
            value, g = overlap[d].max(0)
            if value >= threshold and g.item() not in seen:
                hit[d] = True
                seen.append(g.item())
    return hit
