# fails: nms_by_class
# because: The suppression is done class by class and the lists are joined, so the best of one class follows the last of another; the result must be the best first, whatever the classes.
# batch: 2
# told: true author by class: one class after the other
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    keep = []
    for c in classes.unique().tolist():
        ids = (classes == c).nonzero()[:, 0]
        mine = []
        for i in ids[scores[ids].argsort(descending=True, stable=True)].tolist():
            if all(overlap[i, j] <= threshold for j in mine):
                mine.append(i)
        keep += mine
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
