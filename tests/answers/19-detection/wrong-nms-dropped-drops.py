# fails: nms
# because: lets boxes that were dropped themselves drop others; only a kept box drops
# batch: 1
# told: true author nms: dropped boxes drop others
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    order = torch.argsort(scores, descending=True, stable=True).tolist()
    for a, i in enumerate(order):
        if all(overlap[i, j] <= threshold for j in order[:a]):
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
