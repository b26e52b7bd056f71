# fails: q_update
# because: alpha and 1 - alpha are swapped: the old value keeps the part alpha; it should move the part alpha of the way to the target.
# batch: 2
# told: true author q: the weights exchanged
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    y = r + (not done) * gamma * Q[s2].max()
    out = Q.clone()
    out[s, a] = alpha * Q[s, a] + (1 - alpha) * y
    return out
