# fails: average_precision
# because: takes the precision at each hit itself, not the best one from there on
# batch: 1
# told: true author AP: without reading on
# %% solution-ap
def average_precision(hit, scores, things):
    order = torch.argsort(scores, descending=True, stable=True)
    h = hit[order].double()
    if len(h) == 0:
        return 0.0
    prec = h.cumsum(0) / torch.arange(1, len(h) + 1, device=h.device)
    return float((prec * h).sum() / things)
