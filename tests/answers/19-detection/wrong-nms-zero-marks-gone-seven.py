# because: marks what is gone by the score 0 and stops when the highest score is 0, so boxes with scores of 0 or below are never kept
# batch: 7
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    s = scores.clone()
    while len(s) > 0 and s.max() > 0:
        best = int((s == s.max()).nonzero()[0])
        keep.append(best)
        s[overlap[best] > threshold] = 0
        s[best] = 0
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
