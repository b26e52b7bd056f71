# fails: *
# because: `dhpreact *= bngain` overwrites the caller's gradient: a second use of dhpreact (dbngain, dbnbias, the next call) sees it multiplied by the gain.
# batch: 1
# told: true author batchnorm_backward, the gain written into the argument
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""

    n = dhpreact.shape[0]
    dhpreact *= bngain      # now this is dbnraw
    mean = dhpreact.mean(0, keepdim=True)
    slope = (dhpreact * bnraw).sum(0, keepdim=True) / (n - 1)
    return bnvar_inv * (dhpreact - mean - slope * bnraw)
