# fails: *
# because: marks dropped boxes with the score 0 and stops as soon as the largest score is not positive, so boxes with scores of 0 or below are never kept
# batch: 1
# told: true author nms: 0 for boxes that are gone
# %% solution-nms
def nms(overlap, scores, threshold):
    keep = []
    s = scores.clone()
    while len(s) and s.max() > 0:
        i = int(s.argmax())
        keep.append(i)
        s[overlap[i] > threshold] = 0
        s[i] = 0
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
