# fails: nms
# because: drops a box that overlaps by exactly the threshold (>=); only more than the threshold drops
# batch: 1
# told: true author nms: exactly the threshold dropped
# %% solution-nms
def nms(overlap, scores, threshold):
    keep = []
    left = torch.argsort(scores, descending=True, stable=True)
    while len(left) > 0:
        best = left[0]
        keep.append(int(best))
        rest = left[1:]
        left = rest[~(overlap[best, rest] >= threshold)]
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
