# because: stops with torch.allclose(atol=1e-10), whose default rtol=1e-5 is still active: it stops when the changes are below 1e-5 of the values, far before 1e-10
# batch: 5
# told: vague numeric nearly right
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])

    new = (R + gamma * (P @ V)).max(1)[0]
    while not torch.allclose(new, V, atol=1e-10):
        V = new
        new = (R + gamma * (P @ V)).max(1)[0]
    return new
