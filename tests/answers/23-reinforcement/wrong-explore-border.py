# fails: epsilon_greedy, never
# because: With <= it explores for u0 = 0 also when epsilon is 0; the comparison is u0 < epsilon.
# batch: 1
# told: true author explore: at the border
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    explore = u[:, 0] <= epsilon
    random = (u[:, 1] * q.shape[1]).long()
    return torch.where(explore, random, q.argmax(1))
