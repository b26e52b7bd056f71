# fails: dprobs
# because: The incoming gradient is multiplied by probs instead of by the slope of the logarithm, which is 1 / probs.
# batch: 1
# told: true author dprobs, multiplied by probs
# %% solution-dprobs
# dprobs (32, 27)
dprobs = probs * dlogprobs
