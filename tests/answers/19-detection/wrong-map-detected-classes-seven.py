# because: goes through the classes that occur among the detections, so a class with things and no detection is left out instead of counting 0
# batch: 7
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    aps = []
    for c in classes.unique().tolist():
        if things[c] == 0:
            continue
        mine = classes == c
        aps.append(float(ap(hit[mine], scores[mine], things[c])))
    return sum(aps) / len(aps) if aps else 0.0
