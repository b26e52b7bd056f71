# fails: dnorm_logits
# because: The slope of exp is exp itself, that is counts; the student multiplies by the exponent norm_logits (power-rule thinking).
# batch: 1
# told: true author dnorm_logits, multiplied by the input
# %% solution-dnorm-logits
# dnorm_logits (32, 27)
dnorm_logits = norm_logits * dcounts
