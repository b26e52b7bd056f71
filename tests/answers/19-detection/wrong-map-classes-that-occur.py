# fails: *
# because: Only classes that occur among the detections are averaged; a class with things that was never detected has AP 0 and belongs in the mean.
# batch: 2
# told: true author mAP: classes without detections left out
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    values = []
    for k in sorted(set(classes.tolist())):
        if int(things[k]) > 0:
            at = (classes == k).nonzero(as_tuple=True)[0]
            values.append(float(ap(hit[at], scores[at], int(things[k]))))
    return sum(values) / max(len(values), 1)
