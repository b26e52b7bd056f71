# fails: mean_average_precision
# because: weights the classes by their number of things; all classes count alike
# batch: 1
# told: true author mAP: weighted by the number of things
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    s = 0.0
    for k, n in enumerate(things.tolist()):
        if n:
            of_k = classes == k
            s += n * float(ap(hit[of_k], scores[of_k], n))
    return s / int(things.sum())
