# because: weights each class's AP with its number of things, instead of counting all classes alike
# batch: 6
# told: true author mAP: weighted by the number of things
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    total = 0.0
    for k, n in enumerate(things.tolist()):
        if n:
            own = (classes == k).nonzero().flatten()
            total += n * float(ap(hit[own], scores[own], n))
    return total / int(things.sum())
