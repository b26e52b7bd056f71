# fails: mean_average_precision
# because: counts a class without things as 0 in the mean; it is left out
# batch: 1
# told: true author mAP: classes without things count 0
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    total = 0.0
    for k in range(len(things)):
        if things[k] > 0:
            m = classes == k
            total += float(ap(hit[m], scores[m], things[k]))
    return total / len(things)
