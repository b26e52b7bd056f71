# fails: nms
# because: Every better box drops those that overlap it, also one that was dropped itself; only kept boxes drop others.
# batch: 2
# told: true author nms: dropped boxes drop others
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    order = scores.argsort(descending=True, stable=True).tolist()
    for rank, i in enumerate(order):
        if all(overlap[i, j] <= threshold for j in order[:rank]):
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
