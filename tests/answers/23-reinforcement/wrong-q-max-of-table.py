# because: takes the maximum over the whole table instead of over row s2
# batch: 5
# told: true author q: the best of the whole table
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    new = Q.clone()
    y = r if done else r + gamma * Q.max()
    new[s, a] = Q[s, a] + alpha * (y - Q[s, a])
    return new
