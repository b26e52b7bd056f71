# fails: *
# because: The scores are sorted upwards and turned round, so of equal scores the larger index comes first.
# batch: 2
# told: true author nms: ties the other way round
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    order = torch.argsort(scores, stable=True).flip(0)
    alive = torch.ones(len(scores), dtype=torch.bool)
    for i in order.tolist():
        if alive[i]:
            keep.append(i)
            alive &= ~(overlap[i] > threshold).cpu()
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
