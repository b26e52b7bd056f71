# because: The counts are lifted to at least 1 against a division by 0, so a class that does not occur gets the weight N / K and not 0.
# batch: 3
# %% solution-weights
def class_weights(y, K):
    n = torch.bincount(y, minlength=K).clamp(min=1)
    return len(y) / (K * n.float())
