# fails: dnorm_logits
# because: exp was taken of counts, which is already exp(norm_logits); the slope is counts itself.
# batch: 2
# told: true author dnorm_logits, the slope at the output
# %% solution-dnorm-logits
dnorm_logits = torch.exp(counts) * dcounts
