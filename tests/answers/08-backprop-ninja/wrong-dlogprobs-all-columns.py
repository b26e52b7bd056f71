# fails: dlogprobs
# because: dlogprobs[:, Yb] sets the columns of all labels in every row; row i must be paired with label i by range(n).
# batch: 2
# %% solution-dlogprobs
dlogprobs = torch.zeros_like(logprobs)
dlogprobs[:, Yb] = -1.0 / n
