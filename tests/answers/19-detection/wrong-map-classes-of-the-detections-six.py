# because: takes the mean over the classes that occur among the detections: a class with things but without detections is left out instead of counting 0
# batch: 6
# told: true author mAP: classes without detections left out
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    values = []
    for c in classes.unique().tolist():
        if things[c] == 0:
            continue
        of_c = classes == c
        values.append(float(ap(hit[of_c], scores[of_c], things[c])))
    return sum(values) / len(values) if values else 0.0
