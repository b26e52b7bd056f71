# fails: *
# because: A class that does not occur gets N / 0 = infinity; its weight is 0.
# batch: 2
# told: true author weights: a missing class
# %% solution-weights
def class_weights(y, K):
    counts = F.one_hot(y, K).sum(0)
    return y.numel() / (K * counts.to(torch.float32))
