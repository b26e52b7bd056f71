# fails: dlogprobs
# because: `[:, Yb]` fills the whole columns of all labels; each row is read only at its own label, so rows and labels must be paired with `[range(n), Yb]`.
# batch: 1
# told: true author dlogprobs, a slice for the rows
# %% solution-dlogprobs
# dlogprobs (32, 27)
dlogprobs = logprobs.new_zeros(logprobs.shape)
dlogprobs[:, Yb] = -1.0 / n
