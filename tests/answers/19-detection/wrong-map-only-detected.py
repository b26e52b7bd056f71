# fails: *
# because: goes through the classes that occur among the detections, so a class with things and no detection (AP 0) is missing in the mean
# batch: 1
# told: true author mAP: classes without detections left out
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    values = []
    for k in classes.unique().tolist():
        if things[k] == 0:
            continue
        mask = classes == k
        values.append(float(ap(hit[mask], scores[mask], int(things[k]))))
    return sum(values) / len(values)
