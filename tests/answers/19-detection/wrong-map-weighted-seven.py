# because: weights each class's AP with its number of things instead of counting all classes alike
# batch: 7
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    result = 0.0
    for k, n in enumerate(things.tolist()):
        if n == 0:
            continue
        sel = classes == k
        result += n * float(ap(hit[sel], scores[sel], n))
    return result / things.sum().item()
