# fails: pr_curve: precision; pr_curve: recall
# because: argsort goes from the lowest score up; the curve goes from the highest down.
# batch: 1
# told: true author pr: from the lowest score
# %% solution-pr
def pr_curve(scores, y):
    hits = y[scores.argsort()].float().cumsum(0)
    k = torch.arange(1, len(y) + 1, device=y.device)
    precision = hits / k
    recall = hits / hits[-1]
    return precision, recall
