# fails: *
# because: The overlaps of different classes are set to 0 in the caller's own table, which must stay as it is; masked_fill or a clone makes a new one.
# batch: 2
# told: true author by class: the caller's table changed
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    overlap[classes[:, None] != classes[None, :]] = 0
    keep = []
    for i in torch.argsort(scores, descending=True, stable=True).tolist():
        if all(float(overlap[i, j]) <= threshold for j in keep):
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
