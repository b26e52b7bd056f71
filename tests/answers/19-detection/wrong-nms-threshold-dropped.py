# fails: nms
# because: A box that overlaps by exactly the threshold is dropped (>=); only more than the threshold drops.
# batch: 2
# told: true author nms: exactly the threshold dropped
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    left = torch.sort(scores, descending=True, stable=True).indices.tolist()
    while left:
        best = left.pop(0)
        keep.append(best)
        left = [j for j in left if not overlap[best, j] >= threshold]
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
