# because: scales u1 by A - 1 before cutting off, so that the last action is never explored and the others are shifted
# batch: 5
# told: true author explore: the last action never
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    actions = []
    n_actions = q.shape[1]
    for i in range(q.shape[0]):
        if u[i, 0] < epsilon:
            actions.append(int(u[i, 1] * (n_actions - 1)))
        else:
            actions.append(int(q[i].argmax()))
    return torch.tensor(actions, device=q.device)
