# fails: q_update, the end
# because: done is ignored; when the episode is over the target is r alone.
# batch: 2
# told: true author q: past the end
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    new = Q.clone()
    y = r + gamma * Q[s2].max()
    new[s, a] += alpha * (y - Q[s, a])
    return new
