# fails: nms_by_class
# because: returns the boxes class by class; one list is asked for, the best first whatever the class
# batch: 1
# told: true author by class: one class after the other
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    parts = []
    for c in classes.unique():
        idx = torch.where(classes == c)[0]
        parts.append(idx[nms(overlap[idx][:, idx], scores[idx], threshold)])
    if not parts:
        return torch.zeros(0, dtype=torch.int64, device=scores.device)
    return torch.cat(parts)
