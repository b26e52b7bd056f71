# fails: pr_curve: precision
# because: k counts from 0, so the precision is divided by one too few (0/0 at first); position k counts from 1.
# batch: 2
# told: true author pr: counted from 0
# %% solution-pr
def pr_curve(scores, y):
    ranked = y[torch.argsort(scores, descending=True)]
    found = torch.cumsum(ranked, 0).float()
    k = torch.arange(len(y), device=y.device)
    precision = found / k.clamp(min=1)
    recall = found / found[-1]
    return precision, recall
