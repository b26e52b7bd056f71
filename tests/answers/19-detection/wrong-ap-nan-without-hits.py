# fails: average_precision: nothing but misses
# because: takes the mean over the hits and weighs it with the recall: without a hit that is 0/0
# batch: 4
# told: true numeric NaN
# %% solution-ap
def average_precision(hit, scores, things):
    if len(hit) == 0:
        return 0.0
    hit = hit[torch.argsort(scores, descending=True, stable=True)]
    count = torch.cumsum(hit.double(), 0)
    precision = count / torch.arange(1, len(hit) + 1, device=hit.device)
    best = torch.stack([precision[k:].max() for k in range(len(hit))])
    recall = hit.sum() / things
    return float(best[hit].mean() * recall)
