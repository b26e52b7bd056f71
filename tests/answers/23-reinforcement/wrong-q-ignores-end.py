# fails: q_update, the end
# because: The best of s2 is added also when the episode is over; then the target is r alone.
# batch: 1
# told: true author q: past the end
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    new = Q.clone()
    y = r + gamma * Q[s2].max()
    new[s, a] = Q[s, a] + alpha * (y - Q[s, a])
    return new
