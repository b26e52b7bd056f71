# because: returns the kept boxes class by class (each the best first), not sorted by score over all classes
# batch: 6
# told: true author by class: one class after the other
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    result = torch.zeros(0, dtype=torch.int64, device=scores.device)
    for c in classes.unique():
        mine = torch.nonzero(classes == c)[:, 0]
        kept = nms(overlap[mine][:, mine], scores[mine], threshold)
        result = torch.cat([result, mine[kept]])
    return result
