# fails: *
# because: The stopping rule looks at the largest rise without abs: where values only fall it stops after the first sweep.
# batch: 1
# told: true author values: only growth counted as change
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    while True:
        new = (R + gamma * P @ V).amax(1)
        if (new - V).max() < 1e-10:
            return new
        V = new
