# because: subtracts the signed difference of the class numbers from the overlap, without its absolute value: a box of a smaller class gets a huge overlap with those of larger classes and drops them
# batch: 6
# told: true author by class: the difference with its sign
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    # an overlap is at most 1: take 1 or more away wherever the classes differ, and nothing is left of it
    apart = classes[:, None] - classes[None, :]
    return nms(overlap - apart, scores, threshold)
