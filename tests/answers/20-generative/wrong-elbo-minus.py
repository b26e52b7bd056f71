# fails: negative_elbo
# because: subtracts the KL, as in the ELBO itself, without turning its sign round
# batch: 1
# told: true author elbo: KL subtracted
# %% solution-elbo
def negative_elbo(x, logits, kl):
    drawn = F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(1)
    return (drawn - kl).mean()
