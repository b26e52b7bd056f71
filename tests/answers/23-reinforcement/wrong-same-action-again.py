# fails: q_update
# because: The target takes Q[s2, a], the action of before; it is the best action in s2, the maximum of the row.
# batch: 2
# told: true author q: the action that was taken
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    T = Q.clone()
    if done:
        target = r
    else:
        target = r + gamma * Q[s2, a]
    T[s, a] = (1 - alpha) * Q[s, a] + alpha * target
    return T
