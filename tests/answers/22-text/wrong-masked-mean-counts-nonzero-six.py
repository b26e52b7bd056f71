# because: divides each channel by the number of its non-zero entries after masking, so a word whose vector has an exact 0 in a channel is not counted there
# batch: 6
# told: true author masked_mean: numbers other than 0 counted
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    kept = x.masked_fill(~mask[:, :, None], 0.0)
    how_many = (kept != 0).sum(dim=1)
    return kept.sum(dim=1) / how_many.clamp(min=1)
