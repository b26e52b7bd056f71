# fails: *
# because: sorts upwards and turns the order round, so of equal scores the larger index comes first; the smaller one should
# batch: 1
# told: true author nms: ties the other way round
# %% solution-nms
def nms(overlap, scores, threshold):
    keep = []
    for i in torch.argsort(scores, stable=True).flip(0).tolist():
        if not any(float(overlap[i, j]) > threshold for j in keep):
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
