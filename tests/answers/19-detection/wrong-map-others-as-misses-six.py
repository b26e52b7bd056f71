# because: only masks the hits and gives ap the whole list: the detections of the other classes count as misses of this class
# batch: 6
# told: true author mAP: the others as misses
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    present = [k for k in range(len(things)) if things[k] > 0]
    return sum(float(ap(hit & (classes == k), scores, things[k])) for k in present) / len(present)
