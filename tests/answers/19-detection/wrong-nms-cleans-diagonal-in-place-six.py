# because: sets the diagonal of the overlap table to 0 in place: the result is right, the caller's table is changed
# batch: 6
# told: true author nms: the diagonal cleared
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    overlap.fill_diagonal_(0)  # no box shall drop itself
    alive = torch.ones_like(scores, dtype=torch.bool)
    _, order = torch.sort(scores, descending=True, stable=True)
    for i in order:
        if alive[i]:
            keep.append(i.item())
            alive &= ~(overlap[i] > threshold)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
