# because: u[:, 1] is a view and *= multiplies it in place: the actions are right, but the caller's u is changed
# batch: 5
# told: true author explore: written into u
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    choose, which = u[:, 0], u[:, 1]
    which *= q.shape[-1]
    a = q.argmax(-1)
    explore = choose < epsilon
    a[explore] = which[explore].long()
    return a
