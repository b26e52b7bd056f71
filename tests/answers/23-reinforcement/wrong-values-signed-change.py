# because: stops by the largest signed change without abs: as soon as all values only fall (e.g. every step has a cost and V starts at 0) it stops much too early
# batch: 5
# told: true author values: only growth counted as change
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])

    delta = 1.0
    while delta > 1e-10:
        V_new = (R + gamma * P @ V).amax(1)
        delta = (V_new - V).max().item()
        V = V_new
    return V
