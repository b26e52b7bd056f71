# fails: average_precision
# because: takes the largest precision up to k instead of from k on (forgot to turn round)
# batch: 1
# told: true author AP: the best so far
# %% solution-ap
def average_precision(hit, scores, things):
    if hit.numel() == 0:
        return torch.tensor(0.0)
    order = torch.sort(scores, descending=True, stable=True).indices
    h = hit[order].double()
    p = torch.cumsum(h, 0) / torch.arange(1, h.numel() + 1, dtype=h.dtype, device=h.device)
    return (p.cummax(0).values * h).sum() / things
