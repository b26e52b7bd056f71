# fails: *
# because: sets the overlaps of different classes to 0 in the caller's own table
# batch: 1
# told: true author by class: the caller's table changed
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    overlap[classes[:, None] != classes[None]] = 0
    return nms(overlap, scores, threshold)
