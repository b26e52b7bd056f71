# because: sorts ascending and turns the order round, so of equal scores the larger index comes first
# batch: 7
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    order = torch.argsort(scores, stable=True).flip(0)   # best first
    gone = torch.zeros(len(scores), dtype=torch.bool, device=scores.device)
    for i in order.tolist():
        if gone[i]:
            continue
        keep.append(i)
        gone |= overlap[i] > threshold
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
