# because: when the episode is over, Q[s, a] is set to r outright instead of moving only a part alpha of the way to it
# batch: 5
# told: vague numeric another mixture
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    table = Q.clone()
    if done:
        # nothing comes after this, so we know the value exactly
        table[s, a] = r
        return table
    y = r + gamma * Q[s2].max()
    table[s, a] += alpha * (y - table[s, a])
    return table
