# because: a class without any thing counts as 0 and stays in the mean (divides by K)
# batch: 7
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    K = len(things)
    total = 0.0
    for k in range(K):
        of_k = classes == k
        if things[k] > 0:
            total += float(ap(hit[of_k], scores[of_k], things[k]))
    return total / K
