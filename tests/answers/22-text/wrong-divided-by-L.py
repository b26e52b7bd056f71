# fails: masked_mean
# because: The sum leaves the padding out, but it is divided by L; divide by the number of words of the text.
# batch: 2
# told: true author masked_mean: divided by the length
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    return (x * mask[:, :, None]).mean(dim=1)
