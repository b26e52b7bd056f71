# because: compares each box with the box kept last only, not with all that were kept before
# batch: 6
# told: true author nms: only the last kept box looked at
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    for i in scores.argsort(descending=True, stable=True).tolist():
        if not keep or overlap[keep[-1], i] <= threshold:
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
