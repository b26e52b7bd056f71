# fails: pr_curve: recall
# because: Recall is divided by the number of all examples; it is the share of the ones.
# batch: 1
# told: true author pr: recall of all examples
# %% solution-pr
def pr_curve(scores, y):
    _, order = torch.sort(scores, descending=True)
    N = len(scores)
    tp = torch.cumsum(y[order], 0).float()
    precision = tp / torch.arange(1, N + 1, device=y.device)
    recall = tp / N
    return precision, recall
