# because: goes through the classes 1 to max (0 is taken for the background): boxes of class 0 are lost
# batch: 6
# told: true author by class: from class 1 on
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    if len(scores) == 0:
        return torch.zeros(0, dtype=torch.int64, device=scores.device)
    chosen = torch.zeros(len(scores), dtype=torch.bool, device=scores.device)
    for k in range(1, int(classes.max()) + 1):  # 0 is background
        idx = torch.where(classes == k)[0]
        if len(idx) > 0:
            chosen[idx[nms(overlap[idx][:, idx], scores[idx], threshold)]] = True
    order = torch.argsort(scores, descending=True, stable=True)
    return order[chosen[order]]
