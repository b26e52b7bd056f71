# because: explores if u0 <= epsilon instead of u0 < epsilon: with epsilon = 0 and u0 exactly 0 it explores
# batch: 5
# told: true author explore: at the border
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    A = q.size(1)
    greedy = q.argmax(dim=1)
    rand = (u[:, 1] * A).long()
    return torch.where(u[:, 0] <= epsilon, rand, greedy)
