# because: subtracts the row's maximum in the numerator only; the denominator still sums exp of the unshifted logits
# batch: 6
# told: true author p: the maximum above the line only
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
biggest = logits.max(dim=1, keepdim=True).values   # against overflow
e = torch.exp(logits - biggest)
p = e / logits.exp().sum(dim=1, keepdim=True)
