# fails: mean_average_precision
# because: The notebook's own average_precision is called instead of the function ap that was given.
# batch: 2
# told: true author mAP: the average precision of task 10 built in
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    aps = []
    for k in range(things.shape[0]):
        if things[k] == 0:
            continue
        m = classes == k
        aps.append(float(average_precision(hit[m], scores[m], int(things[k]))))
    return sum(aps) / len(aps)
