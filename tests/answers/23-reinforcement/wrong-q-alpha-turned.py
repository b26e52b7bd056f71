# fails: q_update
# because: The shares are swapped: it keeps alpha of the old value and takes 1 - alpha of the target.
# batch: 1
# told: true author q: the weights exchanged
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    out = Q.clone()
    y = r + gamma * Q[s2].amax() * (not done)
    out[s, a] = alpha * Q[s, a] + (1 - alpha) * y
    return out
