# fails: q_update: the table afterwards
# because: The table that was given is changed; a new one should be returned.
# batch: 1
# told: true author q: the table itself
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    target = r if done else r + gamma * Q[s2].max()
    Q[s, a] += alpha * (target - Q[s, a])
    return Q
