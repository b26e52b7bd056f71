# because: sorts the list that was put together class by class by score: boxes of different classes with equal scores come in the order of their classes, not of their indices
# batch: 6
# told: true author by class: ties class by class
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    kept = []
    for c in sorted(set(classes.tolist())):
        where = (classes == c).nonzero().flatten()
        sub = overlap[where[:, None], where[None, :]]
        kept += where[nms(sub, scores[where], threshold)].tolist()
    kept = torch.tensor(kept, dtype=torch.int64, device=scores.device)
    return kept[torch.argsort(scores[kept], descending=True, stable=True)]
