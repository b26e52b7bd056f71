# because: takes the last state for the end of the world and forces V[-1] = 0 in every sweep; wrong when the last state is an ordinary one
# batch: 5
# told: none
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])

    change = float("inf")
    while change > 1e-10:
        q = R + gamma * torch.einsum("sat,t->sa", P, V)
        best = q.max(dim=1).values
        best[-1] = 0  # terminal
        change = (best - V).abs().max().item()
        V = best
    return V
