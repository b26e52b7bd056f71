# because: splits u with chunk and squeezes all dimensions away at the end: with one row only the answer has shape () instead of (1,)
# batch: 5
# told: true author explore: squeezed
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    u0, u1 = u.chunk(2, dim=1)
    random_action = (u1 * q.shape[1]).floor().long()
    best_action = q.argmax(dim=1, keepdim=True)
    explore = (u0 < epsilon).long()
    return (explore * random_action + (1 - explore) * best_action).squeeze()
