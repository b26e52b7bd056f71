# fails: q_update: the table afterwards
# because: The table that was given is changed in place; change a clone.
# batch: 2
# told: true author q: the table itself
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    future = 0.0 if done else gamma * Q[s2].max().item()
    Q[s, a] = Q[s, a] + alpha * (r + future - Q[s, a])
    return Q
