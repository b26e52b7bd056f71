# fails: average_precision
# because: The largest precision so far is taken (cummax without turning the list round), not the largest from k on.
# batch: 2
# told: true author AP: the best so far
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    if hit.numel() == 0:
        return 0.0
    ranked = hit[torch.sort(scores, descending=True, stable=True).indices].double()
    prec = ranked.cumsum(0) / torch.arange(1, len(ranked) + 1, device=hit.device)
    best = prec.cummax(0).values
    return (ranked * best).sum() / things
