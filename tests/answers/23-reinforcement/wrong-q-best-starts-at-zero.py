# because: the search for the best next value starts at 0.0: if all values of row s2 are negative, 0 is taken instead of their maximum
# batch: 5
# told: true author q: nothing below 0
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    best = 0.0
    if not done:
        for value in Q[s2].tolist():
            if value > best:
                best = value
    result = Q.clone()
    result[s, a] = (1 - alpha) * Q[s, a] + alpha * (r + gamma * best)
    return result
