# fails: value_iteration; value_iteration, gamma = 0
# because: The discount multiplies the reward as well; only what comes after is discounted.
# batch: 1
# told: true author values: the rewards discounted too
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    diff = 1
    while diff > 1e-10:
        old = V
        V, _ = torch.max(gamma * (R + P @ V), dim=1)
        diff = torch.max(torch.abs(V - old))
    return V
