# because: relies on overlap[i, i] being above the threshold to remove the kept box itself: a box without area (overlap 0 with itself), or any with a threshold of 1, is kept again and again
# batch: 6
# told: true author nms: a box is taken to drop itself
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    order = torch.argsort(scores, descending=True, stable=True)
    for _ in range(len(scores)):
        if len(order) == 0:
            break
        best = order[0]
        keep.append(int(best))
        # the overlap with itself is 1, so the box drops itself, too
        order = order[overlap[best, order] <= threshold]
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
