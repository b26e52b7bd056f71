# fails: masked_mean: x is left alone
# because: the padding of x is set to 0 in place
# batch: 4
# told: true author masked_mean: the padding wiped out
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    x[~mask] = 0
    return x.sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
