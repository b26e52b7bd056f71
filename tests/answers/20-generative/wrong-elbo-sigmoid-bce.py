# fails: negative_elbo, strong strokes
# because: The student computes sigma first and hands it to binary_cross_entropy, which cuts its logarithms off at -100; use the logits.
# batch: 2
# told: true author elbo: probabilities into binary_cross_entropy
# %% solution-elbo
def negative_elbo(x, logits, kl):
    prob = logits.sigmoid()
    # drawn: (B,), how badly each picture is drawn again
    drawn = F.binary_cross_entropy(prob, x, reduction="none").sum(1)
    return drawn.mean() + kl.mean()
