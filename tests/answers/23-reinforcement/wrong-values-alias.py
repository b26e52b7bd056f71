# because: old = V is only a second name, V[:] = ... changes both, so the change is always 0 and it stops after one sweep
# batch: 5
# told: true author values: one sweep
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])

    while True:
        old = V
        V[:] = (R + gamma * (P @ V)).max(dim=1).values
        if (V - old).abs().max() <= 1e-10:
            return V
