# fails: mean_average_precision
# because: A class without things counts as 0 in the mean; it has to be left out.
# batch: 2
# told: true author mAP: classes without things count 0
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    total = 0.0
    for k in range(len(things)):
        mine = classes == k
        if things[k] > 0:
            total += float(ap(hit[mine], scores[mine], things[k]))
    return total / len(things)
