# because: scales Q[s, a] by 1 - alpha in the new table first and takes the maximum of row s2 from that table: wrong when s2 == s and a is the best action there
# batch: 5
# told: vague numeric some wrong
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    new_Q = Q.clone()
    new_Q[s, a] *= 1 - alpha
    new_Q[s, a] += alpha * r
    if not done:
        new_Q[s, a] += alpha * gamma * new_Q[s2].max()
    return new_Q
