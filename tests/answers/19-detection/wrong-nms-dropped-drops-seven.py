# because: every box with a higher score drops, also one that was itself dropped
# batch: 7
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    order = torch.argsort(scores, descending=True, stable=True).tolist()
    for place, i in enumerate(order):
        better = order[:place]
        if len(better) == 0 or (overlap[i, better] <= threshold).all():
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
