# fails: *
# because: A class that does not occur gets N / 0, infinity; its weight should be 0.
# batch: 1
# told: true author weights: a missing class
# %% solution-weights
def class_weights(y, K):
    counts = torch.zeros(K, device=y.device)
    for k in range(K):
        counts[k] = (y == k).sum()
    return y.numel() / (K * counts)
