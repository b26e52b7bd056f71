# fails: negative_elbo
# because: The cross-entropy is summed over the batch as well while KL is averaged; both parts are averaged over the batch.
# batch: 2
# told: true author elbo: drawing summed, KL averaged
# %% solution-elbo
def negative_elbo(x, logits, kl):
    rec = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
    return rec + kl.mean()
