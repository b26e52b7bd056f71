# fails: nms: boxes without area
# because: keeps the best, then all that do not overlap it, itself included when its overlap with itself is 0
# batch: 4
# told: true author nms: a box is taken to drop itself
# %% solution-nms
def nms(overlap, scores, threshold):
    order = torch.argsort(scores, descending=True, stable=True)
    keep = []
    while len(order) > 0 and len(keep) < len(scores):
        best = order[0]
        keep.append(best.item())
        order = order[~(overlap[best][order] > threshold)]
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
