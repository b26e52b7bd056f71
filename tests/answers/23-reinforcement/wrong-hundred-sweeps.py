# fails: value_iteration
# because: The student makes 100 sweeps and no more; for gamma near 1 the values still change, go on until none changes by more than 1e-10.
# batch: 2
# told: true author values: a hundred sweeps
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    for sweep in range(100):
        V = (R + gamma * P @ V).amax(dim=1)
    return V
