# fails: nms_by_class
# because: calls nms without looking at the classes at all
# batch: 1
# told: true author by class: suppressed across classes
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    same = classes[:, None] == classes[None, :]
    table = torch.where(same, overlap, overlap)
    return nms(table, scores, threshold)
