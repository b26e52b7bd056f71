# fails: q_update
# because: It takes the worth of the same action a in s2; the target has the best action there.
# batch: 1
# told: true author q: the action that was taken
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    table = Q.clone()
    nxt = 0.0 if done else gamma * Q[s2, a]
    table[s, a] += alpha * (r + nxt - table[s, a])
    return table
