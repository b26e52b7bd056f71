# because: takes the steps of the recall by diff without a 0 before the first, so that a hit at place 1 is not counted
# batch: 6
# told: true author AP: the first step missing
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    if len(hit) == 0:
        return 0.0
    order = torch.argsort(scores, descending=True, stable=True)
    found = hit[order].to(torch.float64).cumsum(0)
    k = torch.arange(1, len(hit) + 1, device=hit.device)
    precision = found / k
    recall = found / things
    best = precision.flip(0).cummax(0).values.flip(0)
    # the area below the stairs: width of each step times its height
    return (torch.diff(recall) * best[1:]).sum()
