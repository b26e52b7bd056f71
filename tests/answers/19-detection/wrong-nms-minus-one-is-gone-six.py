# because: marks boxes that are gone with the score -1 and stops when the best score is not above -1: boxes with scores of -1 or less are never kept
# batch: 6
# told: true author nms: -1 for boxes that are gone
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    left = scores.clone()
    while len(left) > 0 and left.max() > -1:
        best = int(left.argmax())
        keep.append(best)
        left[overlap[best] > threshold] = -1
        left[best] = -1
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
