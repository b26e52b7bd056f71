# fails: value_iteration
# because: It always does thirty sweeps; with a discount near 1 or a far goal that is not enough. Go on until no value changes by more than 1e-10.
# batch: 1
# told: true author values: sweeps, thirty
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    for sweep in range(30):
        V = (R + gamma * (P @ V)).max(dim=1).values
    return V
