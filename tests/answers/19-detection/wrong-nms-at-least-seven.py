# because: drops at an overlap of exactly the threshold too (keeps only < threshold)
# batch: 7
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    order = torch.argsort(scores, descending=True, stable=True)
    while len(order) > 0:
        best = order[0]
        keep.append(best.item())
        rest = order[1:]
        order = rest[overlap[best, rest] < threshold]
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
