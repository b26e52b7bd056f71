# fails: negative_elbo
# because: takes the mean over the pixels in the first part (the default reduction), which makes the KL far too strong; pixels are summed
# batch: 1
# told: true author elbo: mean over the pixels
# %% solution-elbo
def negative_elbo(x, logits, kl):
    return F.binary_cross_entropy_with_logits(logits, x) + kl.mean()
