# fails: average_precision
# because: The hits are used in the order of the list, without sorting them by falling score first.
# batch: 2
# told: true author AP: the list not sorted
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    if len(hit) == 0:
        return 0.0
    k = torch.arange(1, len(hit) + 1, device=hit.device)
    precision = hit.cumsum(0) / k
    best = precision.flip(0).cummax(0).values.flip(0)
    return (best * hit).sum() / things
