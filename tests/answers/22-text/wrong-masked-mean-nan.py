# because: a text without any word is not treated: 0 / 0 gives NaN instead of 0
# batch: 5
# told: true author masked_mean: nothing divided by nothing
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    m = mask.unsqueeze(-1).to(x.dtype)
    return (x * m).sum(dim=1) / m.sum(dim=1)
