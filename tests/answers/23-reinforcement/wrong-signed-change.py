# fails: *
# because: The change is compared without its absolute value, so the loop ends at once when values fall; take abs().
# batch: 2
# told: true author values: only growth counted as change
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    change = 1.0
    while change > 1e-10:
        old = V
        V = torch.max(R + gamma * (P @ old), dim=1).values
        change = (V - old).max().item()
    return V
