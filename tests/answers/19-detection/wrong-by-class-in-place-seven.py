# because: writes the zeros for different classes into the caller's table of overlaps
# batch: 7
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    different = classes[:, None] != classes[None, :]
    overlap[different] = 0   # can never be more than the threshold
    return nms(overlap, scores, threshold)
