# fails: epsilon_greedy
# because: Only the first row's u0 decides, for the whole batch; each row has its own.
# batch: 2
# told: true author explore: one decision for all
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    if u[0, 0] < epsilon:
        return (u[:, 1] * q.shape[1]).long()
    return q.argmax(dim=1)
