# fails: epsilon_greedy, never
# because: The comparison is <=, so with epsilon 0 and u0 = 0 it explores; explore only if u0 < epsilon.
# batch: 2
# told: true author explore: at the border
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    random = (u[:, 1] * q.shape[1]).long()
    return torch.where(u[:, 0] <= epsilon, random, q.argmax(1))
