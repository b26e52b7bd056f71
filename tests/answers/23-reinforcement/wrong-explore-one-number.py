# fails: epsilon_greedy
# because: The random action is made from u0 as well, which is small whenever one explores, so only the first actions come up; it should be made from u1.
# batch: 1
# told: true author explore: the same number twice
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    B, A = q.shape
    a = q.argmax(dim=1)
    for i in range(B):
        if u[i, 0] < epsilon:
            a[i] = int(u[i, 0] * A)
    return a
